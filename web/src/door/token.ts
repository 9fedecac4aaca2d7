/** Reads the secret behind the `#` of a link and takes it out of the address bar, so that it stays in no history and no screenshot. */
export function takeToken(): string {
  const token = decodeURIComponent(location.hash.slice(1))
  if (token) history.replaceState(history.state, '', location.pathname)
  return token
}
