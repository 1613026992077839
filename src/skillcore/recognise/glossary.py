"""English words of skill names in plain Dutch, our own words (CC BY 4.0): a bridge to names without Dutch.

`word=choice/choice`; `_` is a space. Verbs go to the end of a Dutch phrase. Rough on purpose: it serves
to find a name, never to show one.
"""

from functools import cache

VERBS = """
accept=aannemen accommodate=helpen accompany=begeleiden/meegaan_met acquire=verkrijgen/aanschaffen
act=handelen adapt=aanpassen add=toevoegen address=aanpakken adhere=houden_aan adjust=afstellen/aanpassen
administer=toedienen/geven advertise=adverteren/reclame_maken advise=advies_geven/raad_geven
agree=afspreken allocate=verdelen analyse=onderzoeken announce=omroepen/aankondigen answer=beantwoorden
anticipate=van_tevoren_zien apply=toepassen/gebruiken arrange=regelen assemble=in_elkaar_zetten/monteren
assess=beoordelen/inschatten assign=verdelen/toewijzen assist=helpen attach=vastmaken
attend=aanwezig_zijn_bij avoid=vermijden bake=bakken balance=in_balans_brengen be=zijn bend=buigen
bind=binden blast=stralen blend=mengen breed=fokken/kweken brew=brouwen brief=informeren bring=brengen
brush=borstelen/vegen build=bouwen calculate=uitrekenen/berekenen calibrate=ijken care=zorgen carry=dragen
cast=gieten catch=vangen caulk=kitten change=verwisselen/veranderen check=controleren/nakijken
chop=hakken/snijden classify=indelen clean=schoonmaken/poetsen cleanse=reinigen clear=opruimen/leeghalen
climb=klimmen coat=een_laag_geven code=programmeren collaborate=samenwerken collect=ophalen/verzamelen
comfort=troosten communicate=praten/overleggen compare=vergelijken compile=opstellen
complete=invullen/afmaken comply=houden_aan conduct=doen conform=houden_aan connect=aansluiten
consider=denken_aan construct=bouwen consult=overleggen_met/raadplegen contribute=meehelpen
control=controleren convert=omzetten cook=koken cool=koelen cooperate=samenwerken coordinate=regelen
cope=omgaan correct=verbeteren/corrigeren count=tellen craft=maken create=maken crush=pletten
cultivate=kweken/verbouwen customise=op_maat_maken cut=snijden/knippen dance=dansen deal=omgaan/delen
decide=beslissen decorate=versieren define=bepalen/omschrijven delegate=taken_verdelen
deliver=bezorgen/brengen demolish=slopen demonstrate=laten_zien/voordoen describe=beschrijven
design=ontwerpen detect=ontdekken/zien determine=bepalen develop=ontwikkelen/bedenken devise=bedenken
differentiate=verschillen_zien dig=graven direct=leiden/aansturen disassemble=uit_elkaar_halen
discharge=lossen discuss=bespreken dismantle=uit_elkaar_halen dispatch=versturen display=uitstallen
dispose=weggooien/afvoeren disseminate=verspreiden distinguish=onderscheiden distribute=verdelen/uitdelen
dive=duiken do=doen document=vastleggen/opschrijven draft=opstellen drape=draperen draw=tekenen
dress=aankleden drill=boren drive=rijden/besturen dry=drogen dye=verven edit=bewerken
educate=uitleggen_aan/opvoeden embroider=borduren empathise=meeleven empty=legen
encourage=aanmoedigen/motiveren enforce=handhaven/laten_naleven engrave=graveren ensure=zorgen_voor
entertain=vermaken escort=begeleiden establish=opzetten estimate=schatten evacuate=ontruimen
evaluate=beoordelen examine=onderzoeken/bekijken excavate=graven exchange=ruilen/wisselen
execute=uitvoeren exercise=oefenen explain=uitleggen extinguish=blussen extract=winnen/uithalen
facilitate=helpen/begeleiden fasten=vastmaken feed=voeren/voeden ferment=laten_gisten
file=opbergen/archiveren fill=vullen film=filmen filter=filteren find=vinden/zoeken
finish=afwerken/afmaken fit=passen/plaatsen fix=vastzetten/maken focus=concentreren fold=vouwen
follow=volgen/houden_aan forecast=voorspellen forge=smeden fry=bakken/frituren galvanise=verzinken
garnish=garneren gather=verzamelen give=geven glue=lijmen grade=sorteren greet=begroeten
grind=slijpen/malen groom=verzorgen/borstelen guarantee=garanderen guard=bewaken
guide=begeleiden/rondleiden handle=omgaan_met/behandelen handover=overdragen hang=ophangen
harvest=oogsten/plukken have=hebben heat=verwarmen help=helpen hire=aannemen/huren hold=vasthouden
identify=herkennen implement=invoeren/uitvoeren improve=verbeteren inform=vertellen/informeren
insert=insteken inspect=nakijken/controleren install=plaatsen/installeren
instruct=uitleggen/instructie_geven insulate=isoleren integrate=samenvoegen interact=omgaan
interpret=begrijpen/lezen interview=interviewen investigate=uitzoeken/onderzoeken involve=betrekken
iron=strijken issue=uitgeven join=verbinden keep=bijhouden/bewaren knit=breien label=etiketteren/labelen
launch=starten lay=leggen lead=leiden learn=leren level=egaliseren liaise=overleggen lift=tillen/optillen
listen=luisteren load=laden/inladen lock=afsluiten maintain=onderhouden make=maken manage=regelen/leiden
manipulate=hanteren manufacture=maken mark=markeren massage=masseren match=bij_elkaar_zoeken
maximise=verhogen measure=meten/opmeten meet=voldoen_aan/ontmoeten mix=mengen
monitor=in_de_gaten_houden/controleren motivate=motiveren mould=vormen mount=bevestigen/ophangen
move=verplaatsen/bewegen mow=maaien navigate=de_weg_vinden/navigeren negotiate=onderhandelen
network=netwerken notify=laten_weten/melden observe=kijken_naar/opletten obtain=krijgen/verkrijgen
offer=aanbieden operate=bedienen/werken_met optimise=verbeteren order=bestellen
organise=regelen/organiseren oversee=toezicht_houden_op pack=inpakken paint=schilderen/verven
park=parkeren participate=meedoen pass=doorgeven patrol=surveilleren/rondes_lopen pave=bestraten
peel=schillen perform=uitvoeren/doen persuade=overtuigen photograph=fotograferen pick=plukken/pakken
pin=vastspelden place=plaatsen/neerzetten plan=plannen plane=schaven plant=planten plaster=stucen
play=spelen polish=poetsen/polijsten position=neerzetten/op_zijn_plek_zetten post=plaatsen
pour=gieten/schenken practice=oefenen practise=oefenen prepare=klaarmaken/voorbereiden
present=laten_zien/presenteren preserve=bewaren/conserveren press=persen prevent=voorkomen
process=verwerken procure=inkopen/regelen produce=maken promote=promoten propose=voorstellen
protect=beschermen provide=geven/zorgen_voor prune=snoeien publish=publiceren pump=pompen
purchase=inkopen/kopen pursue=volgen put=zetten quote=offerte_maken reach=bereiken react=reageren
read=lezen receive=ontvangen/aannemen recognise=herkennen recommend=aanraden record=opschrijven/bijhouden
recruit=werven/personeel_zoeken reduce=verminderen refurbish=opknappen register=inschrijven/registreren
regulate=regelen reinforce=versterken remove=weghalen/verwijderen repair=repareren/maken
replace=vervangen/verwisselen replenish=bijvullen/aanvullen report=melden/doorgeven rescue=redden
research=onderzoeken respect=respecteren respond=reageren_op restock=bijvullen
restore=opknappen/herstellen restrain=in_bedwang_houden restrict=beperken review=nakijken
revise=aanpassen/herzien ride=rijden/berijden rig=optuigen rinse=spoelen rivet=klinken
roast=roosteren/branden sand=schuren saw=zagen scan=scannen schedule=inplannen scoop=scheppen
screen=controleren seal=dichtmaken/afdichten search=zoeken secure=vastzetten/beveiligen
select=kiezen/uitkiezen sell=verkopen separate=scheiden serve=serveren/bedienen service=onderhouden
set=instellen sew=naaien shape=vormen ship=verzenden show=laten_zien sing=zingen slaughter=slachten
slice=snijden smooth=gladmaken solder=solderen solve=oplossen sort=sorteren speak=spreken
specialise=specialiseren split=splijten spot=zien spray=spuiten stack=stapelen stamp=stempelen stand=staan
start=starten stay=blijven steer=sturen sterilise=steriliseren stimulate=stimuleren stir=roeren
stitch=stikken stock=aanvullen store=opslaan/bewaren structure=ordenen study=studeren/leren style=stylen
suggest=voorstellen supervise=toezicht_houden_op/leiding_geven_aan supply=leveren
support=helpen/ondersteunen survey=opmeten sweep=vegen swim=zwemmen switch=wisselen take=nemen talk=praten
taste=proeven teach=lesgeven/leren tend=bedienen test=testen think=denken tidy=opruimen
tie=knopen/vastbinden tile=tegelen/betegelen tolerate=verdragen tour=rondleiden tow=slepen trace=opsporen
track=volgen trade=handelen train=opleiden/leren transfer=overbrengen/verplaatsen translate=vertalen
transport=vervoeren/brengen trap=vangen treat=behandelen trim=bijknippen/bijwerken turn=draaien type=typen
understand=begrijpen undertake=uitvoeren unload=lossen/uitladen update=bijwerken upholster=bekleden
upsell=meer_verkopen use=gebruiken vacuum=stofzuigen verify=controleren wash=wassen watch=kijken_naar
water=water_geven wax=in_de_was_zetten/harsen wear=dragen weave=weven weigh=wegen
welcome=ontvangen/verwelkomen weld=lassen wind=wikkelen work=werken wrap=inpakken
write=schrijven/opschrijven
"""

WORDS = """
about=over access=toegang accessories=accessoires accidents=ongelukken according=volgens account=rekening
accounting=boekhouden accounts=rekeningen accurately=nauwkeurig actions=acties activities=activiteiten
activity=activiteit adhesive=lijm administration=administratie advertisements=advertenties
advertising=reclame advice=advies after=na against=tegen aggression=agressie aggressive=agressieve
agricultural=landbouw aid=hulp air=lucht aircraft=vliegtuig airport=luchthaven/vliegveld alarm=alarm
alarms=alarmen allergies=allergieën amount=hoeveelheid analysis=analyse anatomy=anatomie and=en
animal=dier/dieren animals=dieren antique=antieke apples=appels appliances=apparaten appointment=afspraak
appointments=afspraken appropriate=passende aquaculture=viskwekerij area=ruimte areas=ruimtes/gebieden
arrangements=afspraken articles=artikelen artistic=artistieke artworks=kunstwerken assembly=montage
assurance=zekerheid at=bij audit=controle automatic=automatische babies=baby's baby=baby bag=tas
baggage=bagage bags=tassen/zakken bakery=bakkerij bar=bar barrels=vaten basic=eenvoudige bath=bad
bathroom=badkamer baths=baden batteries=batterijen battery=accu/batterij beans=bonen bed=bed
bedding=beddengoed beds=bedden beer=bier bees=bijen before=voor behaviour=gedrag belts=banden
between=tussen beverage=drank beverages=dranken/drankjes bicycle=fiets bicycles=fietsen big=grote
bills=rekeningen bin=bak bingo=bingo bins=bakken biology=biologie blood=bloed blueprints=tekeningen
board=bord bodies=lichamen body=lichaam boiler=ketel boilers=ketels bolts=bouten book=boek books=boeken
bottle=fles bottles=flessen box=doos boxes=dozen bread=brood breakfast=ontbijt brick=baksteen
bricks=stenen/bakstenen broken=kapotte budget=budget/geld budgets=budgetten buffet=buffet building=gebouw
buildings=gebouwen bulk=bulk bus=bus business=zaken/zakelijke butter=boter by=door cabin=cabine
cable=kabel cables=kabels café=café cage=kooi cages=kooien cake=taart cakes=taarten callers=bellers
calls=telefoontjes calm=rustige camera=camera cameras=camera's candles=kaarsen car=auto
cargo=lading/vracht carpentry=timmerwerk carpet=tapijt/vloerbedekking carpets=tapijten cars=auto's
cash=contant_geld cashier=kassa cattle=koeien ceiling=plafond ceilings=plafonds cellar=kelder
cement=cement certificates=certificaten challenging=moeilijke/lastige change=verandering
changes=veranderingen characteristics=kenmerken/eigenschappen checkout=kassa checks=controles cheese=kaas
chemical=chemische chemicals=chemische_stoffen chemistry=scheikunde child=kind children=kinderen
chimney=schoorsteen chimneys=schoorstenen chocolate=chocolade church=kerk civil=burger claims=claims
clay=klei clean=schone cleaning=schoonmaak cleanliness=netheid/schoon client=klant/cliënt
clients=klanten/cliënten climate=klimaat climbing=klim clinical=klinische clock=klok clocks=klokken
closing=sluiten clothes=kleren clothing=kleding coat=laag coating=coating cocoa=cacao coffee=koffie
cold=koud/koude colleague=collega colleagues=collega's collection=verzameling colour=kleur colours=kleuren
communication=communicatie community=buurt companies=bedrijven company=bedrijf complaints=klachten
compliance=naleving components=onderdelen compost=compost computer=computer concrete=beton
conditions=omstandigheden confidentiality=geheimhouding conflict=ruzie/conflict
conflicts=ruzies/conflicten construction=bouw/bouw consumer=consument contact=contact
container=container/bak containers=containers/bakken contamination=besmetting content=inhoud
contract=contract contracts=contracten cooktops=kookplaten cooling=koel correct=juiste
correspondence=brieven/post cosmetics=make-up/cosmetica costs=kosten costumes=kostuums coverings=bedekking
cow=koe crane=kraan/hijskraan cranes=kranen cream=crème creative=creatieve crew=bemanning crop=gewas
crops=gewassen cultural=culturele cups=kopjes customer=klant customers=klanten customs=douane
cutlery=bestek cutting=snij daily=dagelijkse dairy=zuivel damage=schade damaged=kapotte
dangerous=gevaarlijke data=gegevens database=database day=dag dead=dode debris=puin/afval debt=schuld
decisions=beslissingen/keuzes deck=dek delivered=geleverde deliveries=bestellingen/leveringen
delivery=bezorging/levering dental=tand department=afdeling departments=afdelingen departure=vertrek
departures=vertrek designs=ontwerpen desserts=toetjes development=ontwikkeling developments=ontwikkelingen
device=apparaat devices=apparaten diet=dieet diets=diëten different=verschillende dinner=avondeten
directions=aanwijzingen disabilities=beperkingen disability=beperking/handicap disabled=gehandicapte
disease=ziekte diseases=ziektes dish=gerecht dishes=gerechten/afwas dishwasher=vaatwasser
distribution=distributie diving=duik dock=laadplek document=document documentation=papieren/documenten
documents=papieren/documenten dog=hond dogs=honden domestic=huishoudelijke door=deur doors=deuren
dough=deeg drain=afvoer drains=afvoeren drawings=tekeningen drilling=boor drills=boren drinks=drankjes
driver=chauffeur drivers=chauffeurs driving=rij drying=droog drywall=gipsplaten during=tijdens dust=stof
duties=taken edge=rand edges=randen edible=eetbare education=onderwijs effective=goede effectively=goed
efficient=snelle efficiently=snel eggs=eieren elderly=ouderen/oude_mensen electrical=elektrische
electricity=elektriciteit/stroom electronic=elektronische electronics=elektronica elements=onderdelen
elevator=lift email=e-mail emergencies=noodgevallen emergency=nood/noodgeval emotions=gevoelens
employee=medewerker employees=medewerkers/personeel empty=lege end=einde energy=energie engine=motor
engineering=techniek engines=motoren engraving=graveer entertainment=vermaak environment=omgeving
environmental=milieu environments=omgevingen equality=gelijkheid equipment=apparatuur/spullen/apparaten
event=evenement events=evenementen exercises=oefeningen experience=ervaring experts=deskundigen
explosives=explosieven fabric=stof fabrics=stoffen face=gezicht facial=gezichts
facilities=gebouwen/voorzieningen families=gezinnen family=familie farm=boerderij farmers=boeren
farming=landbouw fashion=mode feed=voer feedback=feedback feet=voeten fence=hek fences=hekken
fertiliser=mest field=veld/land fields=velden file=bestand files=bestanden filling=vul
financial=financiële/geld finishing=afwerking fire=brand/vuur firearms=wapens fires=branden fish=vis
fishing=visserij/vis fitness=fitness flammable=brandbare flight=vlucht flights=vluchten floor=vloer
flooring=vloer floorings=vloeren floors=vloeren flow=stroom flower=bloem flowers=bloemen flyers=folders
food=eten/voedsel foods=eten foot=voet footwear=schoenen for=voor foreign=buitenlandse forest=bos
forestry=bos forklift=heftruck form=formulier forms=formulieren fragile=breekbare frames=frames free=vrije
freight=vracht friendly=vriendelijke from=van fruit=fruit fruits=fruit fuel=brandstof/benzine
fuels=brandstoffen full=volle funeral=uitvaart furnace=oven furniture=meubels game=spel games=spellen
garbage=vuilnis garden=tuin gardening=tuinieren gardens=tuinen garment=kledingstuk garments=kleding
gas=gas gear=uitrusting gemstones=edelstenen general=algemene glass=glas glasses=glazen glassware=glazen
goats=geiten good=goede goods=goederen/spullen grain=graan grapes=druiven grass=gras greenhouse=kas
ground=grond group=groep groups=groepen guest=gast guests=gasten guidelines=richtlijnen gun=pistool
gutters=goten hair=haar hand=hand handling=hantering hands=handen hardware=hardware harvesting=oogst
hazard=gevaar hazardous=gevaarlijke hazards=gevaren health=gezondheid healthcare=zorg healthy=gezonde
heating=verwarming heavy=zware hedges=heggen heights=hoogte high=hoge history=geschiedenis hole=gat
holes=gaten home=huis/thuis homes=huizen homework=huiswerk honey=honing horse=paard horses=paarden
hospital=ziekenhuis hospitality=horeca hot=hete hotel=hotel hours=uren house=huis household=huishoudelijke
housekeeping=huishouding houses=huizen human=menselijke/mensen hydraulic=hydraulische hygiene=hygiëne
hygienic=hygiënische ice=ijs ict=computer ideas=ideeën identification=identiteit image=beeld
improvements=verbeteringen in=in incidents=incidenten/ongelukken incoming=binnenkomende
independent=zelfstandige independently=zelfstandig individuals=mensen industrial=industriële
industry=industrie infants=baby's information=informatie infrastructure=infrastructuur
ingredients=ingrediënten ink=inkt insects=insecten inside=binnen inspection=controle inspections=controles
installation=installatie instructions=instructies/opdrachten instrument=instrument
instruments=instrumenten insulation=isolatie insurance=verzekering interests=belangen/interesses
interior=interieur international=internationale internet=internet interview=gesprek into=in
inventory=voorraad invoice=factuur invoices=facturen irrigation=bewatering issue=probleem issues=problemen
items=spullen/artikelen jewellery=sieraden job=werk kettle=ketel key=sleutel keys=sleutels kiln=oven
kitchen=keuken knives=messen knowledge=kennis labels=etiketten/labels laboratory=laboratorium labour=werk
ladder=ladder ladders=ladders landscape=landschap language=taal languages=talen large=grote
laundry=was/wasgoed law=wet lawn=gras laws=wetten leaf=blad leaflets=folders learning=leren
leather=leer/leren leaves=bladeren legal=juridische legislation=wetten/wetgeving lesson=les lessons=lessen
letter=brief letters=brieven level=niveau levels=niveau's library=bibliotheek life=leven lift=lift
lifting=hijs/hef light=licht lighting=verlichting line=lijn linen=linnen/beddengoed lines=lijnen
liquid=vloeistof liquids=vloeistoffen list=lijst lists=lijsten live=levende livestock=vee load=lading
loading=laad loads=ladingen local=lokale location=plek locations=plekken lock=slot locks=sloten
logistics=logistiek logs=boomstammen long=lange loss=verlies lost=verloren low=lage luggage=bagage/koffers
lunch=lunch machine=machine machinery=machines machines=machines mail=post maintenance=onderhoud
malfunctions=storingen management=beheer/leiding manager=leidinggevende managers=leidinggevenden
manner=manier manual=handmatige/handleiding manufacturing=productie maritime=scheepvaart market=markt
marketing=marketing masonry=metselwerk material=materiaal materials=materialen/materiaal matters=zaken
meal=maaltijd meals=maaltijden/eten measurements=maten measures=maatregelen meat=vlees
mechanical=mechanische mechanics=mechanica media=media medical=medische medication=medicijnen
medicine=medicijn medicines=medicijnen meeting=vergadering meetings=vergaderingen member=lid members=leden
menu=menu menus=menu's merchandise=koopwaar/artikelen metal=metaal metals=metalen meter=meter
methods=manieren/methoden milk=melk milking=melk mine=mijn mining=mijn missing=vermiste mixer=mixer
mixing=meng mixture=mengsel models=modellen money=geld mortar=specie/cement mother=moeder motor=motor
moulds=mallen movement=beweging multiple=meerdere museum=museum music=muziek musical=muziek
nail=nagel/spijker nails=nagels natural=natuurlijke needs=behoeften/wensen new=nieuwe newspapers=kranten
night=nacht nursing=verpleging nutrition=voeding objects=voorwerpen of=van office=kantoor offices=kantoren
oil=olie oils=oliën on=op operation=bediening operations=werkzaamheden or=of order=bestelling
orders=bestellingen organisation=organisatie organs=organen others=anderen outdoor=buiten
outgoing=uitgaande oven=oven ovens=ovens own=eigen owners=eigenaren package=pakket packages=pakketten
packaging=verpakking/verpakkingen paint=verf painting=schilder pallet=pallet pallets=pallets panel=paneel
panels=platen pans=pannen paper=papier paperwork=papierwerk parents=ouders park=park parking=parkeer
participants=deelnemers parts=onderdelen passenger=passagier passengers=passagiers pastries=gebakjes
pastry=gebak path=pad paths=paden patience=geduld patient=patiënt patients=patiënten pattern=patroon
patterns=patronen payment=betaling payments=betalingen payroll=salaris people=mensen
performance=prestaties person=persoon personal=persoonlijke personnel=personeel persons=personen
pest=ongedierte pesticides=bestrijdingsmiddelen pests=ongedierte pet=huisdier pets=huisdieren
pharmacy=apotheek phone=telefoon photo=foto photos=foto's physical=lichamelijke piece=stuk pieces=stukken
pigs=varkens pipe=buis/pijp pipeline=leiding pipelines=leidingen pipes=buizen/pijpen pizza=pizza's
place=plek planning=planning plans=plannen plant=plant/installatie plants=planten plaster=stuc/gips
plastic=plastic/kunststof plates=borden/platen plumbing=loodgieterswerk/sanitair policies=beleid
policy=beleid polishing=poets pollution=vervuiling pool=zwembad positive=positieve potatoes=aardappels
pots=pannen pottery=aardewerk poultry=kippen/pluimvee power=stroom precision=precisie preliminary=eerste
premises=gebouw/terrein preparation=bereiding presentation=presentatie press=pers pressure=druk
price=prijs prices=prijzen primary=basis principles=principes printed=gedrukte printing=druk
priorities=prioriteiten privacy=privacy proactively=uit_jezelf problem=probleem problems=problemen
procedure=procedure procedures=procedures/regels process=proces processes=processen processing=verwerking
product=product production=productie products=producten/artikelen professional=professionele
programme=programma programmes=programma's project=project projects=projecten properties=eigenschappen
property=eigendommen protection=bescherming public=openbare pumps=pompen quality=kwaliteit question=vraag
questions=vragen rabbits=konijnen radiators=radiatoren rail=spoor rails=rails railway=spoor
rainwater=regenwater raw=rauwe/grond reception=receptie recipe=recept recipes=recepten
records=administratie/gegevens recreation=vrije_tijd recycling=recycling regulation=regel
regulations=regels/voorschriften rehabilitation=revalidatie relationship=relatie/contact
relationships=relaties/contacten reliably=betrouwbaar religious=religieuze removal=verwijderen
rental=verhuur repairs=reparaties report=verslag reports=verslagen/rapporten requests=vragen/verzoeken
requirements=eisen rescue=redding research=onderzoek reservation=reservering reservations=reserveringen
resources=middelen restaurant=restaurant restoration=restauratie results=resultaten rice=rijst risk=risico
risks=risico's/gevaren road=weg roads=wegen roof=dak roofs=daken room=kamer/zaal rooms=kamers/ruimtes
rope=touw ropes=touwen route=route routes=routes routine=dagelijkse rubber=rubber rubbish=afval
rules=regels run=rondje safe=veilige safely=veilig safety=veiligheid salads=salades salary=salaris
sale=verkoop sales=verkoop sample=monster samples=monsters sand=zand sandwiches=broodjes sanitary=sanitair
sanitation=hygiëne/schoonmaak satisfaction=tevredenheid sauce=saus sauces=sauzen sawing=zaag
scaffolding=steigers scale=weegschaal schedules=roosters/schema's school=school science=wetenschap
screen=scherm screws=schroeven seafood=zeevruchten seasonal=seizoens second-hand=tweedehands
security=beveiliging seeds=zaden/zaadjes selection=keuze self=zelf service=dienst services=diensten
settings=instellingen sewage=riool sewer=riool sewerage=riool sheep=schapen sheet=plaat
sheets=platen/vellen shelf=schap shellfish=schelpdieren shelves=schappen/vakken shift=dienst
shifts=diensten ship=schip shipment=zending shipments=zendingen ships=schepen shoe=schoen shoes=schoenen
shop=winkel short=korte signal=signaal signals=signalen signs=borden simple=eenvoudige single=enkele
site=terrein/bouwplaats sites=bouwplaatsen situation=situatie situations=situaties size=maat sizes=maten
sketches=schetsen skills=vaardigheden skin=huid small=kleine snacks=snacks snow=sneeuw soap=zeep
social=sociale software=software soil=grond/aarde solar=zonne soldering=soldeer soup=soep soups=soepen
spa=wellness special=speciale specifications=eisen speed=snelheid spirits=sterke_drank sport=sport
sporting=sport sports=sport spreadsheets=rekenbladen sprinklers=sproeiers staff=personeel/medewerkers
stage=podium stairs=trap stairway=trap stakeholders=betrokkenen standards=regels/normen steam=stoom
stock=voorraad stone=steen stones=stenen storage=opslag store=winkel stories=verhalen story=verhaal
street=straat streets=straten stress=stress strong=sterke structures=bouwwerken student=leerling
students=leerlingen/studenten substances=stoffen sugar=suiker supplier=leverancier suppliers=leveranciers
supplies=voorraad/spullen supply=voorraad support=steun surface=oppervlak surfaces=oppervlakken
surgical=operatie surveillance=toezicht sweeping=veeg swimming=zwem system=systeem systems=systemen
table=tafel tables=tafels tank=tank tanks=tanks tap=kraan tape=tape task=taak tasks=taken tax=belasting
taxes=belasting taxi=taxi tea=thee team=team teams=teams/ploegen teamwork=samenwerking
technical=technische techniques=technieken technologies=technieken technology=techniek telephone=telefoon
temperature=temperatuur terminology=vaktermen testing=testen tests=testen text=tekst textile=textiel/stof
textiles=textiel texts=teksten theatre=theater thread=draad ticket=kaartje tickets=kaartjes tile=tegel
tiles=tegels till=kassa timber=hout time=tijd timetable=dienstregeling to=aan tobacco=tabak together=samen
toilet=wc/toilet toilets=wc's/toiletten tool=gereedschap tools=gereedschap/gereedschappen tour=rondleiding
tourism=toerisme tours=rondleidingen toys=speelgoed track=spoor traffic=verkeer train=trein
training=training trains=treinen tram=tram transactions=betalingen transport=vervoer
transportation=vervoer travel=reis trays=dienbladen treatment=behandeling treatments=behandelingen
tree=boom trees=bomen trends=trends truck=vrachtwagen trucks=vrachtwagens tunnel=tunnel types=soorten
tyres=banden under=onder underground=ondergrondse units=delen upholstery=bekleding/stoffering
used=gebruikte user=gebruiker users=gebruikers valuables=waardevolle_spullen variety=verschillende
various=verschillende varnish=vernis/lak vegetable=groente vegetables=groente/groenten
vehicle=voertuig/auto vehicles=voertuigen/auto's ventilation=ventilatie vessel=schip vessels=schepen
veterinary=dierenarts video=video vineyard=wijngaard violence=geweld visitor=bezoeker visitors=bezoekers
visual=visuele volunteers=vrijwilligers wages=lonen waiter=ober wall=muur wallpaper=behang walls=muren
warehouse=magazijn waste=afval wax=was way=manier weapons=wapens weather=weer website=website
websites=websites weeds=onkruid weight=gewicht welding=las welfare=welzijn well=goed wet=natte
wigs=pruiken window=raam windows=ramen wine=wijn wines=wijnen wire=draad/kabel wires=draden with=met
within=binnen wood=hout/houten working=werk workpiece=werkstuk workpieces=werkstukken wound=wond
wounds=wonden written=geschreven yard=erf young=jonge youth=jongeren zoo=dierentuin
"""

PHRASES = """
ambulance=ambulance bed_linen=beddengoed care_of=zorgen_voor children's=van_kinderen clients'=van_klanten
computer_literacy=met_de_computer_omgaan crockery=servies customer's=van_de_klant
customer_service=klantenservice customers'=van_klanten cutlery=bestek daily_life=dagelijks_leven
dietary_needs=dieetwensen dining_room=eetzaal dust=stof elderly_people=ouderen
electric_wire=elektriciteitsdraad end_of_day=einde_van_de_dag first_aid=ehbo food_safety=voedselveiligheid
fork_lift=heftruck forklift=heftruck hair=haar hand_tools=handgereedschap
health_and_safety=gezondheid_en_veiligheid heavy_weights=zware_dingen high_pressure=hogedruk
household_goods=huisraad ice_cream=ijs in_a_team=in_een_team in_teams=in_een_team
kitchen_equipment=keukenapparatuur leisure_time=vrije_tijd live_animals=levende_dieren
loading_bay=laadplek loading_dock=laadplek lost_and_found=gevonden_voorwerpen
lost_property=gevonden_voorwerpen make-up=make-up nail_polish=nagellak night_shift=nachtdienst
older_adults=ouderen on_time=op_tijd opening_and_closing=openen_en_sluiten opening_hours=openingstijden
overhead_crane=bovenloopkraan pallet_jack=pompwagen patients'=van_patiënten
personal_hygiene=persoonlijke_verzorging personal_protective_equipment=beschermende_kleding
physically_demanding=zwaar_lichamelijk point_of_sale=kassa power_tools=elektrisch_gereedschap
protective_clothing=beschermende_kleding public_transport=openbaar_vervoer
quality_control=kwaliteitscontrole raw_materials=grondstoffen ready-made_dishes=kant-en-klare_gerechten
road_traffic=verkeer room_service=roomservice sales_points=kassa school_transport=schoolvervoer
sewing_machine=naaimachine shift_work=ploegendienst shop_floor=winkelvloer social_media=sociale_media
special_needs=speciale_behoeften stock_levels=voorraad stock_rotation=voorraad_doordraaien
tableware=servies take_care_of=zorgen_voor tips_and_tricks=tips traffic_signs=verkeersborden
under_pressure=onder_druk up-to-date=bijgewerkt vacuum_cleaner=stofzuiger
walls_and_ceilings=muren_en_plafonds washing_machine=wasmachine waste_containers=vuilnisbakken
wheelchair=rolstoel work_area=werkplek work_safety=veiligheid_op_het_werk work_schedule=rooster
working_area=werkplek workstation=werkplek
"""


@cache
def table(text: str) -> dict[str, tuple[str, ...]]:
    """One of the tables above as a dictionary from English to Dutch choices."""
    pairs = (pair.partition("=") for pair in text.split())
    return {word: tuple(choices.replace("_", " ").split("/")) for word, _, choices in pairs}
