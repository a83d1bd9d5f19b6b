import { test } from './fixtures';
import { picture, setSize } from './screen-shots';
import { goTo, type ScreenName } from './screens/frame';

test('screens of a company that has nothing yet', async ({ openApp }) => {
  const { app, window } = await openApp();
  await setSize(app);
  const names: readonly (readonly [ScreenName, string])[] = [
    ['Overzicht', 'overview'],
    ['Werkbonnen', 'work-orders'],
    ['Klanten', 'customers'],
    ['Artikelen', 'articles'],
    ['Archiefwachtrij', 'queue'],
    ['Integraties', 'integrations'],
    ['Logging', 'log'],
    ['Instellingen', 'settings'],
  ];
  for (const [name, file] of names) {
    await goTo(window, name);
    await picture(window, `nl-empty-${file}`);
  }
});
