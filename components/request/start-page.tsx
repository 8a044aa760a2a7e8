import { paths } from '@/lib/paths';
import type { Language } from '../shell/preferences';
import { PublicHead } from '../shell/public-frame';
import { ButtonLink } from '../ui/button';
import { startWords } from './start-words';

/** What one needs, before the first question. */
export function StartPage({ language }: { language: Language }) {
  const say = startWords[language];
  return (
    <>
      <PublicHead>{say.title}</PublicHead>
      <p className="mb-5 min-[900px]:mb-7">{say.lead}</p>
      <h2 className="border-b pb-1.5 text-section">{say.need}</h2>
      <dl className="mb-[18px]">
        {say.needs.map(([what, about]) => (
          <div key={what} className="border-b py-2.5">
            <dt className="font-bold">{what}</dt>
            <dd className="text-[16px]/[24px] text-ink-2">{about}</dd>
          </div>
        ))}
      </dl>
      <ButtonLink href={`${paths.request}/form`} kind="primary" size="large">
        {say.start}
      </ButtonLink>
      <NextSteps language={language} />
    </>
  );
}

/** What happens after the form is sent. */
export function NextSteps({ language }: { language: Language }) {
  const say = startWords[language];
  return (
    <>
      <h2 className="mt-6 mb-1 text-section">{say.next}</h2>
      <ol className="list-inside list-decimal space-y-1.5 marker:text-ink-2">
        {say.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}
