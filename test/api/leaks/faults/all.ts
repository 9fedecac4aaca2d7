import type { Fault } from './fault.ts'
import { lostConditions } from './lost-conditions.ts'
import { tellingAnswers } from './telling-answers.ts'
import { tellingHeaders } from './telling-headers.ts'
import { wrongDecisions } from './wrong-decisions.ts'

export const faults: readonly Fault[] = [...wrongDecisions, ...lostConditions, ...tellingAnswers, ...tellingHeaders]
