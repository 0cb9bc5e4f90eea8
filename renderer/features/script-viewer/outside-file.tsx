import { IconFile } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { sizeText } from '../../../shared/api/amounts.ts';
import type { Script } from '../../../shared/model/submission.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { OpenOutside } from './open-outside.tsx';
import styles from './reader.module.css';
import bar from './viewer-bar.module.css';

const TYPES: Readonly<Record<string, string>> = {
  'application/vnd.oasis.opendocument.text': 'OpenDocument text (ODT)',
  'application/rtf': 'Rich text (RTF)',
  'text/rtf': 'Rich text (RTF)',
  'text/plain': 'Plain text (TXT)',
  'image/jpeg': 'Picture (JPEG)',
  'image/png': 'Picture (PNG)',
};

/** A file of a type that is not drawn here: what it is, and the way to its own program. */
export function OutsideFile({ script, aside }: { readonly script: Script; readonly aside: ReactNode }) {
  return (
    <div className={styles.reader}>
      <div className={bar.bar}>
        <div className={bar.rest}>{aside}</div>
      </div>
      <div className={styles.stage}>
        <div className={styles.cover}>
          <EmptyState
            heading="Shown by its own program"
            icon={<IconFile size={32} stroke={1.25} />}
            actions={<OpenOutside script={script.id} />}
          >
            <Facts>
              <Fact label="File">
                <bdi className={styles.name}>{script.name}</bdi>
              </Fact>
              <Fact label="Type">{TYPES[script.mediaType] ?? script.mediaType}</Fact>
              <Fact label="Size">{sizeText(script.size)}</Fact>
            </Facts>
            <p className={styles.note}>
              Countersign keeps this file exactly as it came but does not draw its type. Open it beside this window and
              mark it here as usual; places are typed by hand.
            </p>
          </EmptyState>
        </div>
      </div>
    </div>
  );
}
