/**
 * The script that gives the page its bridge, before anything of the page runs: only in the top frame of the page's own
 * origin. Plain text, because it runs in the browser, not here.
 */
export function bridgeScript(origin: string): string {
  return `(() => {
    if (window.top !== window || location.origin !== ${JSON.stringify(origin)}) return;
    const call = window.countersignCall;
    const choose = window.countersignChoose;
    const bridge = {
      host: 'browser',
      call: (name, input) => call(name, input),
      onEvent: (listener) => {
        const heard = (event) => listener(event.detail);
        window.addEventListener('countersign', heard);
        return () => window.removeEventListener('countersign', heard);
      },
      flushed: () => Promise.resolve(),
      chooseDestination: () => choose(),
    };
    Object.defineProperty(window, 'countersign', { value: Object.freeze(bridge) });
  })();`;
}
