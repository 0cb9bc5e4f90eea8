import { Button } from '@mantine/core';
import { IconCircle, IconLock, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { PlaceView } from '../../../shared/api/contract.ts';
import { placeName } from '../../../shared/documents/mark-sheet-places.ts';
import { showInstant } from '../../../shared/lib/dates.ts';
import { Name } from '../../ui/name.tsx';
import styles from './place-list.module.css';
import { signVerb, whyNot } from './place-words.ts';

type Props = {
  readonly places: readonly PlaceView[];
  readonly onSign: (place: PlaceView) => void;
};

/** The form's places in its order: who signed, or why the person here cannot, or the way to sign. */
export function PlaceList({ places, onSign }: Props) {
  return (
    <ol className={styles.places} aria-label="Places to sign">
      {places.map((one) => (
        <li key={one.place.id} className={styles.place}>
          <Shape of={one} />
          <div className={styles.text}>
            <strong>{placeName(one.place.signatureLabel)}</strong>
            <State of={one} />
          </div>
          {one.signed === null && one.refusal === null && (
            <Button variant="default" onClick={() => onSign(one)}>
              {signVerb(one.place)}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

function Shape({ of: { signed, refusal } }: { readonly of: PlaceView }) {
  if (signed) return <IconRosetteDiscountCheck size={18} stroke={1.5} aria-hidden="true" className={styles.signed} />;
  if (refusal) return <IconLock size={18} stroke={1.5} aria-hidden="true" className={styles.quiet} />;
  return <IconCircle size={18} stroke={1.5} aria-hidden="true" className={styles.due} />;
}

function State({ of: { signed, refusal } }: { readonly of: PlaceView }) {
  if (signed) {
    return (
      <p className={styles.quiet}>
        Signed by{' '}
        <span className={styles.name}>
          <Name>{signed.name}</Name>
        </span>
        {signed.at ? `, ${showInstant(signed.at)} by that computer’s clock` : ', at no time that can be read'}
      </p>
    );
  }
  return <p className={styles.quiet}>{refusal ? whyNot(refusal) : 'Yours to sign'}</p>;
}
