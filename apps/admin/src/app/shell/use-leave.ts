import { useNavigate } from 'react-router';
import { useSignOut } from '../../features/identity/api/sign-out';

/** Signs out; the page for signing in follows whether the server could be told or not. */
export function useLeave(): () => void {
  const signOut = useSignOut();
  const navigate = useNavigate();
  return () => signOut.mutate(undefined, { onSettled: () => void navigate('/sign-in') });
}
