/** Names as Connecticut has them. Given names go with the decade a person was born in only loosely: old ones for the old. */
export type Heritage = {
  readonly weight: number;
  readonly F: readonly string[];
  readonly M: readonly string[];
  readonly elderF: readonly string[];
  readonly elderM: readonly string[];
  readonly family: readonly string[];
  /** Children bear both surnames, the father's first. */
  readonly doubleSurname?: boolean;
  readonly spanish?: boolean;
};

const words = (text: string): string[] => text.split(',').map((word) => word.trim());

export const HERITAGES = {
  anglo: {
    weight: 26,
    F: words('Emma, Olivia, Abigail, Charlotte, Hannah, Madison, Grace, Caroline, Paige, Tessa, Lydia, Claire'),
    M: words('Liam, Mason, Owen, Henry, Caleb, Wyatt, Jack, Nathan, Connor, Miles, Graham, Tobias'),
    elderF: words('Barbara, Dorothy, Judith, Carol, Nancy, Marjorie, Lois, Elaine, Susan, Deborah'),
    elderM: words('Robert, Donald, Kenneth, Walter, Roger, Gerald, Richard, Douglas, Howard, Bruce'),
    family: words('Whitcomb, Hale, Prentiss, Aldrich, Sedgwick, Fenwick, Thornbury, Barlow, Chadwick, Marsh, Ellsworth, Goodspeed, Tilden, Hathaway, Pickering, Stoddard'),
  },
  puerto_rican: {
    weight: 20,
    F: words('Valentina, Camila, Yarelis, Isabella, Génesis, Alondra, Nayeli, Sofía, Ana Lucía, Mía, Aaliyah, Keyla'),
    M: words('José Ángel, Mateo, Luis, Jadiel, Ángel, Xavier, Julián, Héctor, Sebastián, Adrián, Yadiel, Iván'),
    elderF: words('Carmen, Milagros, Luz, Rosa, Iris, Migdalia, Ana, Gladys, Nilda'),
    elderM: words('Ramón, Héctor, Ángel, Efraín, Wilfredo, Israel, José, Jorge, Rafael'),
    family: words('Rivera, Meléndez, Vázquez, Colón, Nieves, Santiago, Báez, Núñez, Figueroa, Cintrón, Maldonado, Peña, Feliciano, Quiñones, Acevedo, Rosario'),
    doubleSurname: true,
    spanish: true,
  },
  polish: {
    weight: 9,
    F: words('Zofia, Julia, Natalia, Agnieszka, Weronika, Kinga, Oliwia, Magdalena, Ewa'),
    M: words('Jakub, Kacper, Mateusz, Michał, Paweł, Tomasz, Łukasz, Filip, Dawid'),
    elderF: words('Halina, Krystyna, Stanisława, Jadwiga, Wanda, Irena'),
    elderM: words('Zbigniew, Stanisław, Kazimierz, Henryk, Jerzy, Wojciech'),
    family: words('Kowalczyk, Wiśniewski, Zieliński, Wójcik, Mazur, Dąbrowski, Pawlak, Gałązka, Sikora, Żak, Jabłoński'),
  },
  portuguese: {
    weight: 7,
    F: words('Beatriz, Inês, Mariana, Leonor, Ana, Júlia, Larissa'),
    M: words('João, Tiago, Rui, Gonçalo, Duarte, Caio, Thiago'),
    elderF: words('Fátima, Conceição, Lurdes, Graça, Natália'),
    elderM: words('Manuel, António, Fernando, Joaquim, Armindo'),
    family: words('Carreira, Simões, Brandão, Figueiredo, Moniz, Araújo, Conceição, Salgueiro, Magalhães, Teles'),
  },
  italian: {
    weight: 10,
    F: words('Gianna, Isabella, Francesca, Mia, Gabriella, Sofia, Alessia'),
    M: words('Dominic, Anthony, Luca, Nico, Vincent, Matteo, Leo'),
    elderF: words('Concetta, Filomena, Rose, Antoinette, Carmela, Angela'),
    elderM: words('Salvatore, Carmine, Pasquale, Rocco, Frank, Alphonse'),
    family: words('DeLuca, Esposito, D’Amico, Iannucci, Lombardi, Petruzzi, Di Biase, Maselli, Carbone, Santoro, Vitale'),
  },
  black: {
    weight: 14,
    F: words('Imani, Nia, Jasmine, Amara, Zora, Kennedy, Brielle, Naomi, Aniyah'),
    M: words('Malik, Isaiah, Darius, Elijah, Andre, Jaden, Marcus, Kofi, Tyrell'),
    elderF: words('Ernestine, Gloria, Bernice, Vivian, Loretta, Mae'),
    elderM: words('Clarence, Leroy, Otis, Reginald, Curtis, Vernon'),
    family: words('Bellamy, Gadsden, Hargrove, Mensah, Winfield, Boateng, Pettway, Ravenell, Okafor, Dawkins, Tolliver, Grantley'),
  },
  south_asian: {
    weight: 7,
    F: words('Ananya, Priya, Diya, Aisha, Meera, Kavya, Zara'),
    M: words('Arjun, Rohan, Aarav, Imran, Vikram, Dev, Hamza'),
    elderF: words('Lakshmi, Sunita, Farida, Kamala'),
    elderM: words('Ramesh, Suresh, Abdul, Harish'),
    family: words('Patel, Chaudhry, Iyer, Raghunathan, Siddiqui, Banerjee, Mehta, Rahman, Nair'),
  },
  vietnamese: {
    weight: 4,
    F: words('Linh, Thảo, Mai, Hương, Ngọc, Vy'),
    M: words('Minh, Tuấn, Huy, Đức, Khoa, Long'),
    elderF: words('Hoa, Lan, Nguyệt'),
    elderM: words('Hùng, Sơn, Bình'),
    family: words('Nguyễn, Trần, Phạm, Đặng, Võ, Huỳnh'),
  },
  chinese: {
    weight: 4,
    F: words('Mei, Xinyi, Jia Hui, Yuxi, Lily, Ruoxi'),
    M: words('Wei, Zihan, Jun, Haoran, Eric, Yiming'),
    elderF: words('Xiu Ying, Fang, Li Hua'),
    elderM: words('Guo Qiang, Jian, De Ming'),
    family: words('Chen, Lin, Zhao, Xu, Ouyang, Lü, Huang'),
  },
} as const satisfies Record<string, Heritage>;

export type HeritageName = keyof typeof HERITAGES;

const GIVEN_F: readonly string[] = Object.values(HERITAGES).flatMap(({ F, elderF }) => [...F, ...elderF]);

/** As far as these lists tell. */
export const sexOfName = (given: string): 'F' | 'M' => (GIVEN_F.includes(given) ? 'F' : 'M');

/** The heritage whose surnames these are; null for a name of elsewhere. */
export const heritageOf = (family: string): HeritageName | null =>
  (Object.keys(HERITAGES) as HeritageName[]).find((name) => HERITAGES[name].family.some((known) => family.includes(known.replace(/ski$/, 'sk')))) ?? null;

/** What hospitals send before a child has a name (Minnesota's list of placeholder names, 2018, names dozens). */
export const PLACEHOLDER_GIVEN = { F: 'BABY GIRL', M: 'BABY BOY' } as const;
