import '@fontsource-variable/onest';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/colours.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './client/query-client.ts';
import { router } from './routes.tsx';
import { reloadAfterUpdate } from './shell/reload-after-update.ts';
import { readableColours, theme } from './theme/theme.ts';
import { LanguageProvider } from './words/language-context.tsx';

reloadAfterUpdate();
const colorSchemeManager = localStorageColorSchemeManager({ key: 'blitz-console-theme' });
const root = document.getElementById('root');
if (root === null) throw new Error('index.html lacks the root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={readableColours} defaultColorScheme="auto" colorSchemeManager={colorSchemeManager}>
      <LanguageProvider>
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-right" />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
);
