import type { Row } from '../row.ts'
import { kappaOfArrays, kappaOfTypedCodes } from './kappa.ts'

export const rows: readonly Row[] = [kappaOfTypedCodes, kappaOfArrays]
