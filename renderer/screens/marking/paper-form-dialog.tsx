import { Modal } from '@mantine/core';
import { contentUrls } from '../../../shared/api/content-urls.ts';
import type { SheetView, SignedRevision } from '../../../shared/api/contract.ts';
import { PdfReader } from '../../features/script-viewer/pdf-reader.tsx';
import styles from './paper-form-dialog.module.css';

/** What the dialog shows: the form as it would print now, or a signed revision as it was stored. */
export type PaperForm = { readonly kind: 'preview' } | { readonly kind: 'signed'; readonly revision: SignedRevision };

type Props = { readonly view: SheetView; readonly form: PaperForm | null; readonly onClose: () => void };

/** The whole paper form over the desk, in the same reader as a script. */
export function PaperFormDialog({ view, form, onClose }: Props) {
  return (
    <Modal
      opened={form !== null}
      onClose={onClose}
      fullScreen
      title={form?.kind === 'signed' ? `The signed sheet: ${form.revision.exportName}` : 'The form as it will print'}
      closeButtonProps={{ 'aria-label': 'Close the form' }}
      classNames={{ content: styles.content ?? '', header: styles.header ?? '', body: styles.body ?? '' }}
    >
      {form && <PdfReader source={sourceOf(view, form)} label={labelOf(form)} />}
    </Modal>
  );
}

function sourceOf(view: SheetView, form: PaperForm): { readonly url: string; readonly size: number | null } {
  if (form.kind === 'preview') return { url: contentUrls.preview(view.sheet), size: null };
  const { revision, pdf } = form.revision;
  return { url: contentUrls.signed(view.sheet, revision, 'pdf'), size: pdf.size };
}

function labelOf(form: PaperForm): string {
  return form.kind === 'signed' ? 'Signed sheet' : 'Form as it will print';
}
