import { describe as suite, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { combined, describe } from '../../../main/log/problem-text';

suite('the sentences of a problem', () => {
  it('are those of the connector when it has some', () => {
    const text = { message: { nl: 'Onbekend artikel', en: 'Unknown article' }, action: null };
    expect(describe(problem('rejected', 'snelstart.ALG-0103', {}, { text }), 'SnelStart')).toEqual(text);
  });

  it('come from the catalogue in both languages, with their values', () => {
    expect(describe(problem('blocked', 'customer-inactive', { customer: '10025 Jansen & Zn' }), 'SnelStart')).toEqual({
      message: {
        nl: 'Klant 10025 Jansen & Zn is verwijderd of niet meer actief in het boekhoudpakket.',
        en: 'Customer 10025 Jansen & Zn was deleted or is no longer active in the accounting package.',
      },
      action: {
        nl: 'Kies op de werkbon een andere klant. Of maak de klant weer actief in het boekhoudpakket en synchroniseer.',
        en: 'Choose another customer on the work order. Or make the customer active again in the accounting package and synchronise.',
      },
    });
  });

  it('never read values as places or as other texts', () => {
    const { message } = describe(problem('blocked', 'filter-word', { word: '{{package}} $t(log.booked.message)' }), '');
    expect(message.nl).toContain('‘{{package}} $t(log.booked.message)’');
  });

  it('are general, with the code and what the package said, when the code is unknown', () => {
    const unknown = problem(
      'rejected',
      'snelstart.XYZ-0001',
      {},
      { vendor: { status: 400, code: 'XYZ-0001', text: 'Relatie is geblokkeerd' } },
    );
    expect(describe(unknown, 'SnelStart').message).toEqual({
      nl: 'Het boekhoudpakket weigert de gegevens (code snelstart.XYZ-0001). SnelStart: Relatie is geblokkeerd',
      en: 'The accounting package refuses the data (code snelstart.XYZ-0001). SnelStart: Relatie is geblokkeerd',
    });
    expect(describe(unknown, 'SnelStart').action?.nl).toContain('Archiefwachtrij');
  });
});

suite('several problems of one work order', () => {
  it('are told together, with every action', () => {
    const all = combined(
      [problem('blocked', 'no-customer'), problem('blocked', 'work-article-gone', { article: 'ARBEID' })],
      'SnelStart',
    );
    const { message, action } = describe(all, 'SnelStart');
    expect(all.kind).toBe('blocked');
    expect(message.nl).toBe(
      'Er zijn 2 redenen waarom deze werkbon niet kan worden verzonden. Er staat geen klant op de werkbon. Artikel ARBEID voor werktijd staat niet bij de artikelen.',
    );
    expect(action?.nl).toMatch(
      /^Open de werkbon in de Archiefwachtrij en kies een klant\. Kies bij Integraties, Instellingen/,
    );
  });

  it('stay as they are when there is one', () => {
    const one = problem('blocked', 'no-customer');
    expect(combined([one], 'SnelStart')).toBe(one);
  });
});
