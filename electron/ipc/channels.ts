/** The channels between preload and main side: one for calls, three for what is no call of the contract. */
export const CHANNELS = {
  call: 'countersign:call',
  choose: 'countersign:choose-destination',
  flushed: 'countersign:flushed',
  event: 'countersign:event',
} as const;
