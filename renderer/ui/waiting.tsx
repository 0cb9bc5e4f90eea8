import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import styles from './waiting.module.css';

/** Says what is being waited for, once it takes longer than half a second. */
export function Waiting({ label }: { readonly label: string }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.waiting} role="status">
      {slow && (
        <>
          <Loader size="1rem" aria-hidden="true" />
          {label}
        </>
      )}
    </div>
  );
}
