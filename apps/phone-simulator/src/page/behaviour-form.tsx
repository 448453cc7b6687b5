import type { Behaviour } from '../telephone/behaviour.ts';
import { behaviours } from '../telephone/behaviour.ts';
import type { Phone } from '../telephone/phones.ts';
import type { Texts } from '../texts/en.ts';
import { PhoneNumberText } from './phone-number-text.tsx';

interface Shown {
  /** Absent: the form for a phone that is not listed yet. */
  readonly phone?: Phone;
  readonly texts: Texts;
}

function NumberField({ phone, texts }: Shown) {
  if (phone !== undefined) {
    return (
      <p class="whose">
        <PhoneNumberText number={phone.number} />
        <input type="hidden" name="number" value={phone.number} />
      </p>
    );
  }
  return (
    <label class="field wide">
      <span>{texts.number}</span>
      <input name="number" type="tel" required pattern="\+[1-9][0-9]{9,14}" placeholder="+79001234567" title={texts.numberHint} autocomplete="off" />
    </label>
  );
}

function BehaviourField({ id, chosen, texts }: { readonly id: string; readonly chosen: Behaviour; readonly texts: Texts }) {
  return (
    <label class="field">
      <span>{texts.behaviour}</span>
      <select name="behaviour" id={`behaviour-${id}`}>
        {behaviours.map((behaviour) => (
          <option key={behaviour} value={behaviour} selected={behaviour === chosen}>
            {texts.behaviours[behaviour]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How the provider treats one phone: a real form, so that it can be told without scripts. */
export function BehaviourForm({ phone, texts }: Shown) {
  const id = phone?.number.slice(1) ?? 'new';
  const changed = phone !== undefined && (phone.behaviour !== 'normal' || phone.delayMs !== undefined);
  return (
    <form class={changed ? 'phone changed' : 'phone'} method="post" action="/phones">
      <NumberField {...(phone && { phone })} texts={texts} />
      <BehaviourField id={id} chosen={phone?.behaviour ?? 'normal'} texts={texts} />
      <label class="field delay">
        <span>{texts.delay}</span>
        <input name="delayMs" id={`delay-${id}`} inputmode="numeric" pattern="[0-9]{1,6}" value={phone?.delayMs ?? ''} placeholder="–" autocomplete="off" />
      </label>
      <div class="buttons">
        <button class="primary" id={`save-${id}`}>
          {texts.save}
        </button>
        {changed && (
          <button class="quiet" name="reset" value="yes" id={`reset-${id}`} formNoValidate>
            {texts.reset}
          </button>
        )}
      </div>
    </form>
  );
}
