const KEY = 'countersign.marking.split';

/** The share of the width, in per cent, that the person gave the script; null where they never moved the divider. */
export function rememberedShare(): number | null {
  try {
    const share = Number(localStorage.getItem(KEY) ?? '');
    return share >= 25 && share <= 75 ? share : null;
  } catch {
    return null;
  }
}

/** Remembers it for the next time; a window without storage forgets it. */
export function rememberShare(share: number | null): void {
  try {
    if (share === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, share.toFixed(1));
  } catch {
    // Nothing depends on it.
  }
}
