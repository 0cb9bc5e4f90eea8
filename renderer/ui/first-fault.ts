/** Gives the keyboard to the first field of a form that says what is wrong with it, once the form has said so. */
export function focusFirstFault(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector('[aria-invalid="true"], [data-fault] input');
    if (field instanceof HTMLElement) field.focus();
  });
}
