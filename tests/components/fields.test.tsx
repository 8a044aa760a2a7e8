import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Checkbox } from '@/components/forms/checkbox';
import { Fieldset } from '@/components/forms/fieldset';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';

test('a box is found by its label and read with its hint and problem', () => {
  render(<TextField label="Mobile phone" name="contact.phone" hint="The one your doctor has" problem="Type ten digits" />);
  const box = screen.getByRole('textbox', { name: 'Mobile phone' });
  expect(box).toHaveAccessibleDescription('The one your doctor has Error: Type ten digits');
  expect(box).toBeInvalid();
  expect(box).toHaveAttribute('id', 'field-contact-phone');
});

test('a label that is not seen is still heard', () => {
  render(<TextField label="Lot of row 2" name="rows.2.lot" labelHidden />);
  expect(screen.getByRole('textbox', { name: 'Lot of row 2' })).toBeInTheDocument();
});

test('a list offers its choices and an empty one', async () => {
  render(<SelectField label="Kind" name="kind" empty="Choose" choices={[{ value: 'a', words: 'Record not found' }]} />);
  const list = screen.getByRole('combobox', { name: 'Kind' });
  expect(list).toHaveDisplayValue('Choose');
  await userEvent.selectOptions(list, 'Record not found');
  expect(list).toHaveValue('a');
});

test('radio buttons are a group with the question as its name, moved through with the arrows', async () => {
  const changed = jest.fn();
  render(<RadioGroup label="Send by" name="method" defaultValue="mail" onChange={(event) => changed(event.target.value)} choices={[{ value: 'mail', words: 'Mail', hint: '2 to 5 days' }, { value: 'fax', words: 'Fax' }]} />);
  expect(screen.getByRole('group', { name: 'Send by' })).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: /Mail 2 to 5 days/ })).toBeChecked();
  await userEvent.click(screen.getByText('Fax'));
  expect(changed).toHaveBeenLastCalledWith('fax');
});

test('the whole line of a check box is its target', async () => {
  render(<Checkbox label="The ID is not expired" name="fresh" hint="Compare with today" />);
  await userEvent.click(screen.getByText('The ID is not expired'));
  expect(screen.getByRole('checkbox', { name: 'The ID is not expired' })).toBeChecked();
  expect(screen.getByRole('checkbox')).toHaveAccessibleDescription('Compare with today');
});

test('several lines, and fields that answer one question together', () => {
  render(
    <Fieldset label="Where it goes" name="to" problem="Say where">
      <TextArea label="Address" name="address" />
    </Fieldset>,
  );
  expect(screen.getByRole('group', { name: 'Where it goes' })).toHaveAccessibleDescription('Error: Say where');
  expect(screen.getByRole('textbox', { name: 'Address' })).toHaveAttribute('rows', '3');
});
