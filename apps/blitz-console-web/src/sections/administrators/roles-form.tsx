import { useQueryClient } from '@tanstack/react-query';
import { answer, type Versioned } from '../../client/answer.ts';
import { api } from '../../client/admin-api.ts';
import { fieldId } from '../../ui/forms/bind-fields.ts';
import { FormFrame } from '../../ui/forms/form-frame.tsx';
import { useDraftForm } from '../../ui/forms/use-draft-form.ts';
import { keys, type Administrator, type Role } from './administrators-data.ts';
import { RoleChoice } from './role-choice.tsx';
import { useAdministratorsWords } from './words.ts';

interface RolesFormProps {
  readonly administrator: Versioned<Administrator>;
  readonly reload: () => Promise<unknown>;
  readonly disabled: boolean;
}

/** The roles of somebody who is an administrator already. */
export function RolesForm({ administrator: { body, etag }, reload, disabled }: RolesFormProps) {
  const words = useAdministratorsWords();
  const queries = useQueryClient();
  const form = useDraftForm<{ roles: Role[] }>({
    name: 'roles',
    saved: { roles: body.roles },
    etag,
    labels: { roles: words.form.roles },
    save: async ({ roles }, saving) => {
      await answer(api.PUT('/blitz/admin/api/v1/administrators/{sub}', { params: { path: { sub: body.sub }, header: { 'If-Match': saving.etag } }, body: { roles } }));
      await queries.invalidateQueries({ queryKey: keys.all });
    },
    read: (current) => ({ roles: (current as Administrator).roles }),
    show: (_name, value) => (value as Role[]).map((role) => words.roles[role]).join(', '),
    reload,
    problems: words.problems,
  });
  return (
    <FormFrame form={form}>
      <RoleChoice id={fieldId(form.id, 'roles')} value={form.values.roles} error={form.errorOf('roles')} disabled={disabled} change={(roles) => form.set('roles', roles)} />
    </FormFrame>
  );
}
