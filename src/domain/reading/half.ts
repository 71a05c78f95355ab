/** Which half of the globe a zone lies in, as far as that says when it is summer there. */

export type Half = 'north' | 'south';

/** Places less than ten degrees from the equator have other seasons than these four, or none. */
const NEAR_EQUATOR = namesOf({
  Africa:
    'Abidjan Accra Addis_Ababa Bangui Brazzaville Bujumbura Conakry Dar_es_Salaam Douala Freetown Juba Kampala Kigali Kinshasa Lagos Libreville Lome Luanda Malabo Mogadishu Monrovia Nairobi Porto-Novo Sao_Tome',
  America:
    'Araguaina Belem Boa_Vista Bogota Cayenne Costa_Rica Eirunepe Fortaleza Guayaquil Guyana Maceio Manaus Noronha Panama Paramaribo Porto_Acre Porto_Velho Recife Rio_Branco Santarem',
  Asia: 'Brunei Colombo Dili Jakarta Jayapura Kuala_Lumpur Kuching Makassar Pontianak Singapore',
  Indian: 'Chagos Mahe Maldives',
  Pacific:
    'Bougainville Chuuk Enderbury Fakaofo Funafuti Galapagos Guadalcanal Kanton Kiritimati Kosrae Kwajalein Majuro Marquesas Nauru Palau Pohnpei Ponape Port_Moresby Tarawa Truk Yap',
});

const SOUTH = namesOf({
  Africa: 'Blantyre Gaborone Harare Johannesburg Lubumbashi Lusaka Maputo Maseru Mbabane Windhoek',
  America:
    'Asuncion Bahia Buenos_Aires Campo_Grande Catamarca Cordoba Coyhaique Cuiaba Jujuy La_Paz Lima Mendoza Montevideo Punta_Arenas Rosario Santiago Sao_Paulo',
  Atlantic: 'South_Georgia St_Helena Stanley',
  Indian: 'Antananarivo Christmas Cocos Comoro Kerguelen Mauritius Mayotte Reunion',
  Pacific:
    'Apia Auckland Chatham Easter Efate Fiji Gambier Midway Niue Norfolk Noumea Pago_Pago Pitcairn Rarotonga Samoa Tahiti Tongatapu Wallis',
});
const ALL_SOUTH = /^(?:Australia|Antarctica|America\/Argentina)\//;

/** Null near the equator. @param zone IANA name */
export function halfOf(zone: string): Half | null {
  if (NEAR_EQUATOR.has(zone)) return null;
  return SOUTH.has(zone) || ALL_SOUTH.test(zone) ? 'south' : 'north';
}

function namesOf(places: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(
    Object.entries(places).flatMap(([area, names]) => names.split(' ').map((name) => `${area}/${name}`)),
  );
}
