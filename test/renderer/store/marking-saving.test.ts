import { describe, expect, it } from 'vitest';
import { savingOf } from '../../../renderer/store/marking-saving.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { FieldEdit } from '../../../shared/api/inputs.ts';
import type { Instant } from '../../../shared/lib/dates.ts';

const AT = '2026-11-22T14:02:03.120+00:00' as Instant;
const edit: FieldEdit = { kind: 'mark', section: 's1', typed: '7' };
const onItsWay = { edit, error: null };
const failed = (error: AppError) => ({ edit, error });
const REFUSED: AppError = { code: 'mark-refused', reason: 'negative', available: 10 };

describe('the status line of a sheet', () => {
  it('says nothing of a sheet that nobody touched', () => {
    expect(savingOf([], null)).toEqual({ kind: 'untouched' });
  });

  it('says saved only where nothing is on its way', () => {
    expect(savingOf([], AT)).toEqual({ kind: 'saved', at: AT });
    expect(savingOf([onItsWay], AT)).toEqual({ kind: 'saving' });
  });

  it('lets a failure outweigh what is on its way', () => {
    expect(savingOf([onItsWay, failed(REFUSED)], AT)).toEqual({
      kind: 'not-saved',
      unsaved: failed(REFUSED),
      others: 0,
      again: false,
    });
  });

  it('shows first what may be stored if it is tried again', () => {
    const full: AppError = { code: 'disk-full' };
    expect(savingOf([failed(REFUSED), failed(full)], AT)).toEqual({
      kind: 'not-saved',
      unsaved: failed(full),
      others: 1,
      again: true,
    });
  });
});
