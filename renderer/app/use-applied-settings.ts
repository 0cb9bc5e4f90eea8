import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useSettings } from '../store/settings.ts';

/**
 * Reads the workspace's settings once it is open, and keeps the theme to them. Mantine remembers the theme in this
 * browser too, for the screens before.
 */
export function useAppliedSettings(): void {
  const load = useSettings((state) => state.load);
  const theme = useSettings((state) => state.theme);
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => void load(), [load]);
  useEffect(() => {
    if (theme) setColorScheme(theme);
  }, [theme, setColorScheme]);
}
