import { Type } from 'typebox';
import { route } from '../../api/route.ts';
import { named } from '../../api/words.ts';
import { Lacks } from '../settings-schemas.ts';

const methods = { privilege: 'w_system', tag: 'Methods' } as const;
const mostMethods = 50;

const Method = named('Method', Type.Object({
  id: Type.String(),
  enabled: Type.Boolean(),
  state: Type.Enum(['not_supported', 'not_configured', 'off', 'on']),
  missing: Type.Array(Lacks.items, { description: 'What keeps it from being switched on, or from working.' }),
}));

const Methods = named('Methods', Type.Object({ first: Type.Array(Method), second: Type.Array(Method) }));

const Wanted = Type.Array(
  Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }), enabled: Type.Boolean() }, { additionalProperties: false }),
  { maxItems: mostMethods, description: 'Each method that blitz.conf lists here, in the order wanted.' },
);

export const readMethods = route({ ...methods, method: 'GET', path: 'methods', summary: 'The methods of both factors, in order', answers: { 200: Methods } });

export const saveMethods = route({
  ...methods,
  method: 'PUT',
  path: 'methods',
  summary: 'Orders the methods and switches them on and off',
  description: 'A method that lacks something can not be switched on: 409 `method_not_ready` says what.',
  body: Type.Object({ first: Wanted, second: Wanted }, { additionalProperties: false }),
  precondition: true,
  answers: { 200: Methods },
});

export const methodsRoutes = [readMethods, saveMethods] as const;
