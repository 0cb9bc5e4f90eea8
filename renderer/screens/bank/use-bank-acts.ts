import { useEffect, useMemo, useRef, useState } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { BankStatement } from '../../../shared/model/comment-bank.ts';
import { call } from '../../api/call.ts';
import { chooseDestination } from '../../api/destination.ts';
import { useBank } from '../../store/bank.ts';
import { type Command, useCommands } from '../../store/commands.ts';
import type { Said } from '../../ui/said.tsx';

type Openings = { readonly add: () => void; readonly find: () => void; readonly bringIn: () => void };

/** What can be done with the bank, and the word on the last of it. */
export function useBankActs(openings: Openings) {
  const [said, setSaid] = useState<Said | null>(null);
  /** What was removed last and can be brought back. */
  const [removed, setRemoved] = useState<BankStatement | null>(null);
  const now = useRef(openings);
  useEffect(() => {
    now.current = openings;
  });

  const say = (word: Said | null) => {
    setRemoved(null);
    setSaid(word);
  };
  const commands = useMemo(() => {
    const command = (id: string, name: string, keys: readonly string[], perform: () => void): Command => ({
      id: `bank.${id}`,
      name,
      group: 'Comment bank',
      keys,
      perform,
    });
    return {
      add: command('add', 'Add a statement', ['Alt+N'], () => now.current.add()),
      find: command('find', 'Search the bank', ['Mod+F'], () => now.current.find()),
      bringIn: command('import', 'Add from CSV', ['Mod+O'], () => now.current.bringIn()),
      export: command('export', 'Export as CSV', ['Mod+E'], async () => {
        const to = await chooseDestination();
        if (!to) return;
        const reply = await call('bank.export', { destination: to.token });
        setRemoved(null);
        setSaid(
          reply.ok
            ? { tone: 'done', text: `${reply.value.name} was written to ${to.label}.` }
            : { tone: 'error', text: sentenceFor(reply.error) },
        );
      }),
    };
  }, []);
  useCommands(useMemo(() => Object.values(commands), [commands]));

  const remove = async (statement: BankStatement) => {
    const refused = await useBank.getState().remove(statement.id);
    say(refused && { tone: 'error', text: sentenceFor(refused) });
    if (!refused) setRemoved(statement);
  };
  const undo = async (statement: BankStatement) => {
    const refused = await useBank.getState().restore(statement.id);
    say(refused ? { tone: 'error', text: sentenceFor(refused) } : { tone: 'done', text: 'The statement is back.' });
  };
  return { commands, said, removed, say, remove, undo };
}
