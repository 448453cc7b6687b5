import type { ComponentChildren } from 'preact';

/** Pictures say nothing that the words beside them don't: hidden from screen readers, all of them. */
function Icon({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

const handset =
  'M6.6 3.5h2.1c.5 0 .9.3 1 .8l.8 3.1c.1.4 0 .8-.3 1.1L8.4 10a13 13 0 0 0 5.6 5.6l1.5-1.8' +
  'c.3-.3.7-.4 1.1-.3l3.1.8c.5.1.8.5.8 1v2.1c0 1.1-.9 2.1-2.1 2.1C10.7 19.5 4.5 13.3 4.5 5.6c0-1.2 1-2.1 2.1-2.1Z';

export const PhoneIcon = () => (
  <Icon>
    <path d={handset} />
  </Icon>
);

/** The handset with waves that the style sheet sets in motion while it rings. */
export const RingingIcon = () => (
  <Icon>
    <path class="handset" d={handset} />
    <path class="wave near" d="M14.2 6.5a4.2 4.2 0 0 1 3.3 3.3" />
    <path class="wave far" d="M14.6 3a7.7 7.7 0 0 1 6.4 6.4" />
  </Icon>
);

export const AlertIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.75" />
    <path d="M12 7.8v4.9M12 16.1v.1" />
  </Icon>
);

export const ClockIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.75" />
    <path d="M12 7.2V12l3.1 2" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.75" />
    <path d="m8.3 12.3 2.6 2.5 4.8-5.2" />
  </Icon>
);

export const ShieldIcon = () => (
  <Icon>
    <path d="M12 3.3 5.2 5.8v5.4c0 4.3 2.8 7.6 6.8 9.3 4-1.7 6.8-5 6.8-9.3V5.8L12 3.3Z" />
    <path d="m9.1 11.9 2.1 2.1 3.9-4.2" />
  </Icon>
);

export const KeypadIcon = () => (
  <Icon>
    <path d="M6.5 6h.1M12 6h.1M17.5 6h.1M6.5 12h.1M12 12h.1M17.5 12h.1M12 18h.1" stroke-width="3.2" />
  </Icon>
);

export const SilenceIcon = () => (
  <Icon>
    <path d={handset} />
    <path d="M20.2 3.8 3.8 20.2" />
  </Icon>
);

export const NextIcon = () => (
  <Icon>
    <path d="m9.5 6 6 6-6 6" />
  </Icon>
);

export const EyeIcon = () => (
  <Icon>
    <path d="M2.8 12S6 5.8 12 5.8 21.2 12 21.2 12 18 18.2 12 18.2 2.8 12 2.8 12Z" />
    <circle cx="12" cy="12" r="2.9" />
    <path class="lid" d="M4.5 19.5 19.5 4.5" />
  </Icon>
);

export const LeaveIcon = () => (
  <Icon>
    <path d="M14 4.5H7a1.5 1.5 0 0 0-1.5 1.5v12A1.5 1.5 0 0 0 7 19.5h7" />
    <path d="M10.5 12h9.5m-3.4-3.5L20 12l-3.4 3.5" />
  </Icon>
);

/** Our mark: a bolt that leaves a telephone's ringing behind it. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect class="mark-ground" width="32" height="32" rx="9" />
    <path class="mark-bolt" d="M18.3 5.5 8.6 17.7c-.4.5-.1 1.3.6 1.3h5l-1.7 7.1c-.2.9.9 1.4 1.4.7l9.7-12.2c.4-.5.1-1.3-.6-1.3h-5l1.7-7.1c.2-.9-.9-1.4-1.4-.7Z" />
  </svg>
);
