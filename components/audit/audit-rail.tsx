import { Checkbox } from '@/components/forms/checkbox';
import { TextField } from '@/components/forms/text-field';
import { SideRail } from '@/components/shell/views-rail';
import { Button } from '@/components/ui/button';
import type { AuditClass } from '@/lib/audit/labels';

const words: Record<AuditClass, string> = { change: 'Changes', look: 'Views and searches', send: 'Sends and prints', decision: 'Decisions', access: 'Sign-in and refusals' };
const CLASSES = Object.keys(words) as AuditClass[];

export const asClasses = (asked: string | string[] | undefined): AuditClass[] => CLASSES.filter((one) => (Array.isArray(asked) ? asked : [asked]).includes(one));

/** Filters live in the address: a case number and kinds of entry, never a name. */
export function AuditRail({ caseNumber, classes }: { caseNumber: string; classes: readonly AuditClass[] }) {
  return (
    <SideRail label="Filters">
      <form method="get" action="/audit" className="grid gap-3 px-4 py-1">
        <TextField label="Case" name="case" defaultValue={caseNumber} placeholder="C-2041" pattern="C-[0-9]{4,7}" />
        <fieldset>
          <legend className="label">What</legend>
          {CLASSES.map((one) => (
            <Checkbox key={one} id={`what-${one}`} name="what" value={one} label={words[one]} defaultChecked={classes.includes(one)} />
          ))}
        </fieldset>
        <Button type="submit">Show</Button>
      </form>
    </SideRail>
  );
}
