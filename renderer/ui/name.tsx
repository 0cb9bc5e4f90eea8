import styles from './name.module.css';

type Props = {
  readonly children: string;
  /** A file's name: its parts stay in their order whatever script the learner's name is in. */
  readonly file?: boolean;
};

/** A name of any script and length: its own direction, one line, the whole of it on hover. */
export function Name({ children, file = false }: Props) {
  return (
    <bdi className={styles.name} dir={file ? 'ltr' : 'auto'} title={children}>
      {children}
    </bdi>
  );
}
