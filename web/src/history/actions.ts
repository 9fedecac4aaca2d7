/** An action as the server names it (`coding.submit`, `password-reset`), as words. */
export function actionName(action: string): string {
  const words = action.replace(/[._:/-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
