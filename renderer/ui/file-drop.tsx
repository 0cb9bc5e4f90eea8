import { Button, FileButton } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileUpload } from '@tabler/icons-react';
import styles from './file-drop.module.css';
import { WindowDrop } from './window-drop.tsx';

type Props = {
  /** "Drop the script here" */
  readonly label: string;
  /** The file input's label: "Script files". */
  readonly inputLabel: string;
  readonly choose: string;
  readonly accept: string;
  readonly disabled?: boolean;
  /** Set where files dropped anywhere on the window count too: what the window then says. */
  readonly wholeWindow?: string;
  readonly onFiles: (files: readonly File[]) => void;
};

/** Takes files by drag and drop or by a dialog. What they hold is judged where they arrive, not by their names here. */
export function FileDrop(props: Props) {
  const { label, inputLabel, choose, accept, disabled = false, wholeWindow, onFiles } = props;
  return (
    <>
      <Dropzone
        className={styles.drop}
        onDrop={(files) => onFiles(files)}
        disabled={disabled}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        role="presentation"
        tabIndex={-1}
        inputProps={{ 'aria-hidden': true, tabIndex: -1, autoComplete: 'off' }}
      >
        <div className={styles.inner}>
          <IconFileUpload size="1.125rem" stroke={1.5} aria-hidden="true" />
          <span>{label}</span>
          <FileButton
            onChange={(files) => onFiles(files)}
            accept={accept}
            multiple
            inputProps={{ 'aria-label': inputLabel, autoComplete: 'off' }}
          >
            {(button) => (
              <Button {...button} variant="default" disabled={disabled}>
                {choose}
              </Button>
            )}
          </FileButton>
        </div>
      </Dropzone>
      {wholeWindow && <WindowDrop label={wholeWindow} disabled={disabled} onFiles={onFiles} />}
    </>
  );
}
