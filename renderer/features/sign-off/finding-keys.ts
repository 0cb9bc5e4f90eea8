import type { KeyboardEvent } from 'react';

/** Up and down go to the same control of the line before or behind, or to the last one that it has. */
export function moveAmongFindings(event: KeyboardEvent<HTMLElement>): void {
  const step =
    event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : null;
  const line = event.currentTarget.closest('li');
  if (step === null || !line) return;
  const next = line[step]?.querySelectorAll<HTMLElement>('button, input');
  const same = [...(next ?? [])].find((one) => one.tagName === event.currentTarget.tagName);
  const target = same ?? next?.[next.length - 1];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
