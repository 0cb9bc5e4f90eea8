/** The name and version that every export prints; a test holds the version to package.json. */
export const PRODUCT = { name: 'Countersign', version: '0.1.0' } as const;
