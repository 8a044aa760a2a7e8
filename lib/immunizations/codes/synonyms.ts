/** What cards and clerks write for a vaccine that CDC's descriptions do not say; keys in capitals and digits. */
export const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  CHICKENPOX: ['21'], VZV: ['21'], VAR: ['21'], SHINGLES: ['187', '121'], RZV: ['187'], ZVL: ['121'],
  FLU: ['88', '140', '141', '150'], FLUSHOT: ['88', '140', '141'], LAIV: ['111', '149'], IIV: ['140', '141'], IIV4: ['150', '158'], RIV4: ['185'], FLUNASAL: ['149', '111'], SWINEFLU: ['127', '128'],
  HEPA: ['83', '52', '85'], HEPB: ['08', '43', '45'], DTAP: ['20', '106', '107'], HIB: ['48', '49', '17'], TD: ['113', '09', '139'], INFLUENZA: ['88', '140', '141', '150'],
  MENINGOCOCCAL: ['114', '136', '108'], ROTAVIRUS: ['116', '119', '122'], PNEUMOCOCCAL: ['133', '216', '33', '109'], RABIES: ['175', '176', '90'], TYPHOID: ['101', '25', '91'],
  HAV: ['83', '52', '85'], HEPATITISA: ['83', '52', '85'], HBV: ['08', '43', '45'], HEPATITISB: ['08', '43', '45'], HB: ['08', '43', '45'],
  PCV: ['133', '216', '152'], PCV7: ['100'], PCV13: ['133'], PCV15: ['215'], PCV20: ['216'], PCV21: ['327'], PPSV: ['33'], PPSV23: ['33'], PPV: ['33'], PNEUMONIA: ['33', '133', '109'],
  MCV4: ['114', '136', '147'], MENACWY: ['136', '114', '203'], MENINGITIS: ['108', '114', '136'], MPSV4: ['32'], MENB: ['163', '162', '164'],
  RV: ['122', '116', '119'], RV1: ['119'], RV5: ['116'], ROTA: ['116', '119', '122'],
  DPT: ['01'], DTWP: ['01'], DTP: ['01'], WHOOPINGCOUGH: ['115', '107', '11'], TETANUS: ['115', '113', '112', '35'], TT: ['35', '112'], BOOSTER: ['115', '113'],
  SALK: ['10'], SABIN: ['02'], POLIO: ['10', '02', '89'], POLIOSHOT: ['10'], RUBEOLA: ['05'], GERMANMEASLES: ['06'],
  HPV: ['165', '62', '137'], COVID: ['208', '207', '213'], COVID19: ['208', '207', '213'], CORONA: ['208', '207', '213'],
  PPD: ['96'], MANTOUX: ['96'], TBTEST: ['96', '98'], TB: ['96', '19'], TINE: ['95', '97'], MPOX: ['206'], MONKEYPOX: ['206'], SMALLPOX: ['75', '206'],
  SYNAGIS: ['93'], RHOGAM: ['157', '156'], JEV: ['134', '39'], YF: ['37'], LYME: ['66'], TBE: ['224', '223', '77'],
};
