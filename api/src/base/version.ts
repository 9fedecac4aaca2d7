import manifest from '../../package.json' with { type: 'json' }

/** The version printed in files and at the door. */
export const programVersion: string = manifest.version
