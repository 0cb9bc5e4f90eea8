import { Dropzone } from '@mantine/dropzone';
import styles from './file-drop.module.css';

type Props = {
  /** What the window says while files hang over it. */
  readonly label: string;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

/** Takes files dropped anywhere on the window. A dialog or a button does the same for those who do not drag. */
export function WindowDrop({ label, disabled = false, onFiles }: Props) {
  return (
    <Dropzone.FullScreen
      active={!disabled}
      onDrop={(files) => onFiles(files)}
      zIndex={400}
      withinPortal={false}
      activateOnKeyboard={false}
      tabIndex={-1}
      inputProps={{ tabIndex: -1 }}
      aria-hidden
    >
      <div className={styles.whole}>{label}</div>
    </Dropzone.FullScreen>
  );
}
