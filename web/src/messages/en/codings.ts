export const codings = {
  states: { 'not-started': 'Not begun', draft: 'Draft', submitted: 'Submitted' },
  master: 'Master',
}
