import type { Metadata } from 'next';
import { MentionList } from '@/components/cases/mention-list';
import { MainPane, PageFrame, PageHead } from '@/components/shell/page-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { listMentions } from '@/lib/cases/queries/mentions';
import { requireStaff } from '../../session';

export const metadata: Metadata = { title: 'Mentions' };

export default async function MentionsPage() {
  const actor = await requireStaff('case.view');
  const mentions = await listMentions(actor);
  const unread = mentions.filter((mention) => mention.unread).length;
  return (
    <PageFrame>
      <MainPane>
        <PageHead title="Mentions" about={unread === 0 ? 'Nothing to read' : `${unread} to read`} />
        {mentions.length === 0 ? <EmptyState title="Nobody called you">When a colleague writes @ and your name in a note, it stands here.</EmptyState> : <MentionList mentions={mentions} />}
      </MainPane>
    </PageFrame>
  );
}
