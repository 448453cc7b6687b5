import { Loading } from '../../../ui/states/loading.tsx';

/** Its page comes with the part of the API that it shows. */
export function SecurityTab({ sub }: { readonly sub: string }) {
  return <Loading key={sub} />;
}
