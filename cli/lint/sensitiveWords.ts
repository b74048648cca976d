/**
 * Words that would make a rule know what it must not know: of health, money troubles, relationships, religion, politics, sexuality,
 * origin, age, residence, crime (GDPR art. 9 and 10, and what a visitor would least forgive). A `*` stands for any ending.
 *
 * `person` describes a person or their situation: nobody's page is about it, only people are.
 * `topic` may be what a page is about: a pharmacy has prescriptions. It tells of a person only where it names visitors.
 * `trait` is an ordinary word that tells of a person only where it names visitors: toys are for an age, parcels have an origin.
 */
export interface Sensitive {
  readonly subject: string;
  readonly person: string;
  readonly topic: string;
  readonly trait: string;
}

/** Written without accents, because names are; the words of a phrase are joined by `_`. */
export const SENSITIVE: readonly Sensitive[] = [
  {
    subject: 'health',
    person: `pregnant pregnancy diabetic* diabetes hiv cancer_patient* depressed depression anxiety_disorder bipolar_disorder autis* adhd dementia alzheimer* alcoholism addict addicts addiction mental_health mental_illness mentally_ill chronically_ill terminally_ill
      disabled_people disabled_person disabled_user* disabled_visitor* infertil* drug_abuse drug_use eating_disorder suicid* your_illness your_disease your_diagnosis
      schwanger* chronisch_krank* psychisch_krank* krebskrank* diabetiker* depressiv* suchtkrank* drogensucht drogenabhangig* alkoholkrank* alkoholiker* schwerbehindert* pflegebedurftig* ihre_krankheit
      grossesse femme_enceinte femmes_enceintes vous_etes_enceinte diabetique* depressif* seropositif* toxicoman* alcoolique* handicapee handicapees handicapes malades_chroniques votre_maladie
      embarazada* embarazo diabetic[oa]* depresion depresiv* seropositiv* drogadict* alcoholic[oa]s_anonimos discapacitad* su_enfermedad`,
    topic: `health medical medication* medicine prescription* disease* illness* diagnosis patient patients symptom symptoms therapy therapist psychiatr* disability disabilities
      gesundheit* krankheit* krankenkasse arznei* medikament* patient* therapie* behinderung* depression*
      sante maladie* medicament* ordonnance* handicap therapie depression
      salud enfermedad* medicamento* discapacidad* terapia`,
    trait: 'weight_loss bmi blood_type allerg* krank malade enfermo enferma handicape',
  },
  {
    subject: 'finances',
    person: `debt debts in_debt indebted overindebted debtor* bankrupt bankruptcy insolven* low_income high_income credit_score credit_rating bad_credit poor_credit creditworthiness payday_loan unemployed jobless behind_on_payments behind_on_rent cannot_afford cant_afford foreclosure
      schulden verschuldet* uberschuldet* schuldner* zahlungsunfahig* privatinsolvenz insolvenz* bonitat* kreditwurdigkeit schufa arbeitslos* geringverdiener* einkommensschwach*
      dette dettes endette* surendette* solvabilite score_de_credit chomeur* faible_revenu* bas_revenu* interdit_bancaire
      deuda* endeudad* sobreendeudad* moroso* morosa* bancarrota historial_crediticio puntuacion_crediticia desempleado* desempleada* bajos_ingresos`,
    topic: `income salary salaries wage wages welfare unemployment poverty einkommen* gehalt sozialhilfe burgergeld revenus salaire* chomage salario nomina desempleo`,
    trait: 'net_worth wealth wealthy revenue_class ingresos revenu vermogen spending_power purchasing_power kaufkraft',
  },
  {
    subject: 'relationships',
    person: `divorced divorcing divorcee* widowed widow widower newlywed* recently_married relationship_status breakup domestic_violence
      geschieden* verwitwet* witwe witwer frisch_verheiratet beziehungsstatus hausliche_gewalt
      divorcee divorcees veuf veuve celibataire* situation_matrimoniale
      divorciad* viudo viuda estado_civil recien_casad*`,
    topic: 'divorce marital dating scheidung* familienstand situation_familiale divorcio',
    trait: 'married unmarried bachelor* spouse verheiratet ledig marie mariee casado casada soltero soltera',
  },
  {
    subject: 'religion',
    person: `muslim* jewish jews atheist* hindus buddhists evangelicals your_faith your_religion muslime* juden judisch* atheisten musulman* juifs juive juives athee* judio judia judios ateo* catholics christians`,
    topic: 'religion* religious religios* church mosque synagogue prayer konfession* kirche* religieu* mosquee eglise iglesia mezquita catholic protestant katholisch* evangelisch* catholique* catolic*',
    trait: 'christian faith church_tax kirchensteuer',
  },
  {
    subject: 'politics',
    person: `political_opinion* political_view* political_party political_affiliation party_member* left_wing right_wing trade_union* union_member* politische_meinung* parteimitglied* gewerkschaftsmitglied*
      opinion_politique opinions_politiques parti_politique syndicaliste* opinion_politica ideologia partido_politico sindicalista*`,
    topic: 'politics politisch* voter voters wahler* electeur* votante* elections',
    trait: 'political republican democrat conservative liberal politique politica gewerkschaft syndicat sindicato',
  },
  {
    subject: 'sexuality',
    person: `gay gays lesbian* bisexual* bisexuel* transgender transsexual* homosexual* homosexuel* homosexuell* queer lgbt* sexual_orientation sexuelle_orientierung orientation_sexuelle orientacion_sexual schwul* lesbisch* lesbienne* lesbiana*`,
    topic: 'sexual sexuality sexuell* sexuel* sexualidad sex_life',
    trait: 'gender sex sexe sexo geschlecht pronouns',
  },
  {
    subject: 'origin',
    person: `ethnic_minorit* racial hispanic* latinos african_american* ethnische_herkunft hautfarbe migrationshintergrund roma_and_sinti origine_ethnique couleur_de_peau origen_etnico color_de_piel skin_colour skin_color`,
    topic: 'ethnic ethnicity ethnie* ethnisch* ethnique* etnia* etnic*',
    trait: 'race nationality nationalitat nationalite nacionalidad native_language muttersprache herkunft',
  },
  {
    subject: 'age and children',
    person: `elderly old_people underage minderjahrig* has_children has_kids have_children single_parent* single_mother* alleinerziehend* personnes_agees parent_isole mere_celibataire ancianos ancianas madre_soltera menores_de_edad`,
    topic: 'pensioner* rentner* retraites jubilados',
    trait: `age age_group age_range birthdate birth_date birthday birth_year date_of_birth dob senior seniors teen teens teenager* minor minors child children kids baby parents altersgruppe lebensalter geburtsdatum geburtsjahr kinder jugendliche senioren tranche_d_age date_de_naissance enfants mineurs adolescent* edad fecha_de_nacimiento hijos menores adolescente*`,
  },
  {
    subject: 'residence',
    person: `immigrant* illegal_alien* undocumented_immigrant* undocumented_people refugee* asylum_seeker* fluchtling* asylbewerber* asylsuchend* einwanderer* sans_papiers refugie refugies immigre immigree immigres demandeur_d_asile inmigrante* indocumentad* refugiad* solicitante_de_asilo`,
    topic: 'immigration asylum green_card deportation asyl* aufenthaltstitel einwanderung asile titre_de_sejour inmigracion asilo permiso_de_residencia',
    trait: 'citizenship undocumented visa_status staatsburgerschaft nationalite ciudadania',
  },
  {
    subject: 'crime',
    person: `criminal_record* convict convicts convicted_person ex_offender* felon felons arrested on_parole vorbestraft* vorstrafe* straftater* haftling* casier_judiciaire condamne condamnes repris_de_justice antecedentes_penales convicto* ex_convicto*`,
    topic: 'prison parole gefangnis carcel criminal',
    trait: 'conviction offender* victim* opfer victime* victima*',
  },
];

/** Ordinary things whose names hold one of these words. */
export const ORDINARY = `health_check* healthcheck* health_status service_health system_health account_health project_health site_health api_health race_condition* great_depression pressure_depression be_patient please_be_patient
  sex_and_the_city child_process child_node child_page* child_element child_account technical_debt tech_debt criminal_minds minor_version minor_release minor_update senior_engineer* poor_connection poor_network rich_text
  weight_and_size disabled_button* disabled_field* disabled_control* disabled_input* disabled_state disabled_feature* disabled_javascript disabled_account*
  page_age cache_age account_age* session_age* cart_age* order_age* age_of_account* age_verifi* gender_neutral minor_unit* race_distance race_entr* race_day race_event* black_widow veuve_clicquot arrested_development`;
