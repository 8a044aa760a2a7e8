import type { Metadata } from 'next';
import { PAGE_HELP, TRADE_WORDS } from '@/components/help/help-words';
import { MainPane, PageFrame, PageHead, Section } from '@/components/shell/page-frame';
import { Facts } from '@/components/ui/facts';
import { KeyCap } from '@/components/ui/key-cap';
import { TextLink } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import { requireStaff } from '../../session';

export const metadata: Metadata = { title: 'Help' };

export default async function HelpPage() {
  await requireStaff();
  return (
    <PageFrame>
      <MainPane className="max-w-[900px]">
        <PageHead title="Help" about="What each page is for, and the words of the trade" />
        <Section title="Ways in" className="pb-3">
          <p>
            <KeyCap>?</KeyCap> shows the keys of the page you are on. <TextLink href={paths.howACaseMoves}>How a case moves</TextLink>, with every outcome and what goes out. <TextLink href={`${paths.queue()}?tour=again`}>Show me round again</TextLink>: the tour of the queue, then open a case for the rest.
          </p>
        </Section>
        <Section title="Pages" className="pb-3">
          <Facts facts={PAGE_HELP.map(({ title, says }) => ({ term: title, value: <span className="font-normal">{says.join(' ')}</span> }))} />
        </Section>
        <Section title="Words" className="pb-6">
          <Facts facts={TRADE_WORDS.map(({ term, value }) => ({ term, value: <span className="font-normal">{value}</span> }))} />
        </Section>
      </MainPane>
    </PageFrame>
  );
}
