/** What the file dialog offers first; every file is judged by its bytes where it arrives. */
export const SCRIPT_TYPES = '.pdf,.docx,.odt,.rtf,.txt,.jpg,.jpeg,.png';
