/** Names of coefficients and what is said about one estimate, as the server sends them for the page about reliability. */
export const statistics: Readonly<Record<string, string>> = {
  'As coded': 'Wie kodiert',
  'Percent agreement': 'Prozentuale Übereinstimmung',
  'Cohen’s kappa': 'Cohens Kappa',
  'Fleiss’ kappa': 'Fleiss’ Kappa',
  'Krippendorff’s alpha': 'Krippendorffs Alpha',
  'Weighted kappa (tree)': 'Gewichtetes Kappa (Baum)',
  'Weighted kappa (quadratic)': 'Gewichtetes Kappa (quadratisch)',
  Bias: 'Verzerrung',
  'Within 1 point': 'Innerhalb von 1 Punkt',
  'not rated by one of the raters': 'nicht von allen bewertet',
  'marked cannot rate, not applicable or not present': 'als nicht kodierbar, anwendbar oder vorhanden markiert',
  'rated by fewer than two raters': 'von weniger als zwei Personen bewertet',
  'without an outcome under these classes': 'ohne Ergebnis unter diesen Klassen',
  'only cases that all raters rated': 'nur Fälle, die alle bewertet haben',
  'each pair on the cases both rated': 'jedes Paar an den Fällen, die beide bewertet haben',
  'every rating counts': 'jedes Rating zählt',
  'One rater alone has no one to agree with.': 'Eine Person allein kann mit niemandem übereinstimmen.',
  'Fewer than two items were scored by all raters.': 'Weniger als zwei Fälle wurden von allen bewertet.',
  'All scores are equal, so there is no variance to share out.':
    'Alle Werte sind gleich; es gibt keine Varianz zu verteilen.',
  'All items have the same mean, so the reliability of that mean is not determined.':
    'Alle Fälle haben denselben Mittelwert; seine Reliabilität ist nicht bestimmt.',
  'No item was scored by both raters.': 'Kein Fall wurde von beiden bewertet.',
  'No item was rated by all raters.': 'Kein Fall wurde von allen bewertet.',
  'No item was rated by two raters.': 'Kein Fall wurde von zwei Personen bewertet.',
  'No item was coded by both raters.': 'Kein Fall wurde von beiden kodiert.',
  'No item was coded by two raters.': 'Kein Fall wurde von zwei Personen kodiert.',
  'All ratings that can be paired are equal, so no disagreement is expected.':
    'Alle Ratings, die sich paaren lassen, sind gleich; es ist keine Abweichung zu erwarten.',
  'Both raters used one and the same category only, so agreement by chance is 1.':
    'Beide haben nur ein und dieselbe Kategorie benutzt; die zufällige Übereinstimmung ist 1.',
  'A single item shows no spread, so there is no interval.':
    'Ein einzelner Fall zeigt keine Streuung; es gibt kein Intervall.',
  'The standard error is 0, so the interval is a point; it does not show how uncertain the value is.':
    'Der Standardfehler ist 0, das Intervall daher ein Punkt; es zeigt nicht, wie unsicher der Wert ist.',
}
