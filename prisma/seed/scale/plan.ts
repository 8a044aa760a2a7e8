/** How large, and how things lie: the shares of a busy year, written as percentages. */
export type ScalePlan = {
  readonly cases: number;
  /** How many of them are open; the newest ones, mixed with closed ones. */
  readonly open: number;
  readonly staff: number;
  /** The moment at which this is the state of the office. */
  readonly at: Date;
};

export const KINDS = { record_not_found: 46, missing_doses: 15, record_request: 12, record_correction: 9, out_of_state_update: 8, third_party_release: 6, opt_out: 1, opt_in: 1, other: 2 };
export const CHANNELS = { form: 82, mail: 8, fax: 6, phone: 4 };
export const LANGUAGES = { en: 81, es: 19 };
export const OPEN_STATES = { new: 47, in_progress: 26, waiting_on_requester: 12, waiting_on_provider: 4, waiting_on_registry: 3, on_hold: 2, needs_second_review: 2, ready_to_send: 4 };
export const OUTCOMES = { fixed: 44, copy_sent: 26, doses_added: 11, referred_elsewhere: 4, no_connecticut_record: 3, cannot_use_portal: 1, unanswered: 5, withdrawn: 2, duplicate: 2, spam: 2 };
/** Of the open cases that were started; with those untouched it is about a fifth of all open ones. */
export const HELD_OF_STARTED = 38;
export const WITH_DEADLINE = 18;
export const PROVEN_OF_DEADLINES = 45;

export const GIVEN = ['Ana', 'Marisol', 'José', 'Luis', 'Katarzyna', 'Renata', 'Emily', 'Olivia', 'Noah', 'Liam', 'Thanh', 'Nguyệt', 'Ingrid', 'Kwame', 'Adaeze', 'Patrick', 'Siobhán', 'Wei', 'Łukasz', 'Miriam'];
export const FAMILY = ['Rivera', 'Ortiz', 'Santiago', 'Nguyễn', 'Kowalczyk', 'Smith', 'O’Brien', 'Johnson', 'Okafor', 'Mensah', 'Li', 'Ñuñez', 'Achterberg', 'Brown', 'Davis', 'Pelletier', 'DiFranco', 'Haddad', 'Silva', 'Whitfield', 'Sorrell', 'Park', 'Raghunathan', 'Quint'];
export const TOWNS = ['Hartford', 'New Haven', 'Bridgeport', 'Stamford', 'Waterbury', 'Norwalk', 'Danbury', 'New Britain', 'Meriden', 'Bristol', 'Hamden', 'Enfield'];
