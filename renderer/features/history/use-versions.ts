import { useCallback, useEffect, useState } from 'react';
import type { FieldHistory } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { SheetField } from '../../../shared/api/inputs.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import { call } from '../../api/call.ts';
import { useMarking } from '../../store/marking.ts';

type Versions = {
  /** Null until it is read; what is typed is stored before. */
  readonly history: FieldHistory | null;
  readonly error: AppError | null;
  /** Reads those before the oldest. */
  readonly more: () => void;
};

/** The versions of a field, the newest first, as far back as was asked for. Keep `field` the same while it is. */
export function useVersions(sheet: SheetId, field: SheetField): Versions {
  const [history, setHistory] = useState<FieldHistory | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const take = useCallback((reply: Awaited<ReturnType<typeof call<'sheets.history'>>>) => {
    if (!reply.ok) return setError(reply.error);
    setHistory((now) => ({ ...reply.value, versions: [...(now?.versions ?? []), ...reply.value.versions] }));
  }, []);
  useEffect(() => {
    let left = false;
    const read = async () => {
      await useMarking.getState().save(sheet);
      const reply = await call('sheets.history', { sheet, field });
      if (!left) take(reply);
    };
    void read();
    return () => {
      left = true;
    };
  }, [sheet, field, take]);
  const more = async () => {
    const before = history?.versions.at(-1)?.version;
    if (before !== undefined) take(await call('sheets.history', { sheet, field, before }));
  };
  return { history, error, more: () => void more() };
}
