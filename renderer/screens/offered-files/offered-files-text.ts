import { count } from '../../../shared/api/amounts.ts';

/** "2 files were opened with Countersign; 1 more could not be". */
export function openedText(files: number, refused: number): string {
  if (files === 0) return `${count(refused, 'file', 'files')} could not be opened`;
  const came = `${count(files, 'file was', 'files were')} opened with Countersign`;
  return refused === 0 ? came : `${came}; ${count(refused, 'more', 'more')} could not be`;
}
