import styles from './name.module.css';

/** A name of any script and length: its own direction, one line, the whole of it on hover. */
export function Name({ children }: { readonly children: string }) {
  return (
    <bdi className={styles.name} dir="auto" title={children}>
      {children}
    </bdi>
  );
}
