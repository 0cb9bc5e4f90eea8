import { VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { CommandButton } from '../../ui/command-button.tsx';
import type { Steps } from './use-steps.ts';

/** Undo and redo as two icons, and what they did for those who do not see it. */
export function StepButtons({ steps }: { readonly steps: Steps }) {
  return (
    <>
      <CommandButton command={steps.undo} icon={<IconArrowBackUp size={17} stroke={1.75} />} iconOnly />
      <CommandButton command={steps.redo} icon={<IconArrowForwardUp size={17} stroke={1.75} />} iconOnly />
      <VisuallyHidden role="status">{steps.said}</VisuallyHidden>
    </>
  );
}
