export * from './ledger/asks';
export * from './audience';
export * from './between';
export * from './cadence';
export * from './check-ins';
export * from './digest';
export * from './forms';
export * from './goals';
export * from './help';
export * from './home';
export * from './labels';
export * from './life';
export * from './mentorship';
export * from './moments';
export * from './ledger/barriers';
export * from './ledger/promises';
export * from './nudge';
export * from './pair/agreement';
export * from './phrases';
export * from './preview';
export * from './questions';
export * from './reasons';
export * from './refusals';
export * from './ledger/shelf';
export * from './silence';

/** The English catalogue, whole. */
