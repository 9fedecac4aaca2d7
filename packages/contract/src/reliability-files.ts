import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { id } from './primitives.ts'
import { cellQuery, reliabilityQuery, selection } from './reliability.ts'

export const exportResults = {
  summary: 'The results table as CSV: one row a coefficient.',
  method: 'GET',
  path: '/studies/:study/exports/results.csv',
  access: 'supervisor',
  query: reliabilityQuery,
  reply: { file: 'text/csv', name: 'agreement.csv' },
} as const satisfies Endpoint

const ratingsQuery = z.strictObject({
  codebookVersion: id,
  collapse: selection.collapse,
})

export const exportRatingsLong = {
  summary: 'Raw ratings as CSV: one row a rating.',
  method: 'GET',
  path: '/studies/:study/exports/ratings-long.csv',
  access: 'supervisor',
  query: ratingsQuery,
  reply: { file: 'text/csv', name: 'ratings-long.csv' },
} as const satisfies Endpoint

export const exportRatingsWide = {
  summary: 'Raw ratings as CSV: one row a case and variable, one column a rater.',
  method: 'GET',
  path: '/studies/:study/exports/ratings-wide.csv',
  access: 'supervisor',
  query: ratingsQuery,
  reply: { file: 'text/csv', name: 'ratings-wide.csv' },
} as const satisfies Endpoint

export const exportAnnotations = {
  summary: 'Submitted annotations as CSV, with the ratings each speaks for and against: one row an annotation.',
  method: 'GET',
  path: '/studies/:study/exports/annotations.csv',
  access: 'supervisor',
  query: z.strictObject({ codebookVersion: id }),
  reply: { file: 'text/csv', name: 'annotations.csv' },
} as const satisfies Endpoint

const observations = (what: string, name: string) =>
  ({
    summary: `${what} as CSV, from submitted codings of observations.`,
    method: 'GET',
    access: 'supervisor',
    query: z.strictObject({ codebookVersion: id }),
    reply: { file: 'text/csv', name },
  }) as const

export const exportEvents = {
  ...observations('Coded events, with their modifiers: one row an event', 'events.csv'),
  path: '/studies/:study/exports/events.csv',
} as const satisfies Endpoint

export const exportIntervals = {
  ...observations('Scored intervals: one row an interval and behaviour', 'intervals.csv'),
  path: '/studies/:study/exports/intervals.csv',
} as const satisfies Endpoint

export const exportEpisodes = {
  ...observations('Episodes with the times their coders gave them', 'episodes.csv'),
  path: '/studies/:study/exports/episodes.csv',
} as const satisfies Endpoint

export const exportConfusion = {
  summary: 'One confusion matrix as CSV.',
  method: 'GET',
  path: '/studies/:study/exports/confusion.csv',
  access: 'supervisor',
  query: z.strictObject(cellQuery),
  reply: { file: 'text/csv', name: 'confusion.csv' },
} as const satisfies Endpoint

export const exportReport = {
  summary: 'Everything about the agreement as one page that needs nothing else, as `attune report` makes it.',
  method: 'GET',
  path: '/studies/:study/exports/report.html',
  access: 'supervisor',
  query: reliabilityQuery,
  reply: { file: 'text/html', name: 'agreement.html' },
} as const satisfies Endpoint

export const exportScript = {
  summary: 'A script of R that gives every number again, with the ratings in it.',
  method: 'GET',
  path: '/studies/:study/exports/agreement.R',
  access: 'supervisor',
  query: reliabilityQuery,
  reply: { file: 'text/plain', name: 'agreement.R' },
} as const satisfies Endpoint
