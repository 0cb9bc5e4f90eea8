import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { handlers } from '../../../../electron/services/handlers.ts';
import { addHighlight } from '../../../../electron/services/highlights/highlights.ts';
import { edit, markSections, openedSheet, PASSING, sign } from '../../../support/desk.ts';
import { answer, present } from '../../../support/result.ts';
import { temporaryApplication } from '../../../support/temporary-application.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { attachedFile, attachmentsIn, placedText } from '../../exports/pdf/pdf-tools.ts';
import { partsOf } from '../../signing/opc/opc-tools.ts';

it('are in no file that is exported, neither their words nor the script’s beside them', {
  timeout: 60_000,
}, async () => {
  const { app, now } = await temporaryApplication();
  const view = await openedSheet(now());
  const { sheet, revision } = view;
  answer(
    addHighlight(now(), {
      sheet,
      revision,
      script: present(view.attempt.scripts[0]).id,
      kind: 'note',
      section: 's2',
      anchor: { kind: 'pdf', page: 1, boxes: [{ x: 72, y: 500, width: 120, height: 14 }] },
      words: 'Zwieselbach depot',
      note: 'Ask about Quillfeather.',
    }),
  );
  markSections(now(), view, PASSING);
  const quoted = '> [2] “Marshgate” (p 1)';
  answer(edit(now(), view, { kind: 'strengths', section: 's2', text: quoted }));
  answer(await sign(now(), view));
  const folder = temporaryFolder();
  const destination = app.destinations.issue(folder);
  const written = answer(
    await handlers['exports.write'](app, { sheets: [sheet], formats: ['pdf', 'docx'], destination }),
  );

  const bytes = (format: 'pdf' | 'docx') =>
    readFileSync(join(folder, present(written.files.find((file) => file.format === format)).name));
  const pdf = bytes('pdf');
  const attached = attachmentsIn(pdf).map((name) => attachedFile(pdf, name).toString('utf8'));
  const parts = [...(await partsOf(bytes('docx'))).values()].map((part) => part.toString('utf8'));
  for (const everything of [[placedText(pdf), ...attached], parts].map((texts) => texts.join('\n'))) {
    // What is quoted is there, so that the note would be found as well.
    expect(everything).toContain('Marshgate');
    expect(everything).not.toMatch(/Zwieselbach|Quillfeather/);
  }
});
