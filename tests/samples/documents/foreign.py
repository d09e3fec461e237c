"""Papers in other languages, for which the counter asks a translation."""

from typing import Final

from samples.documents.blocks import Closing, Document, Field, Heading, Paragraph, Subtitle, Title

ENGLISH_LETTER: Final = Document(
    name="english_letter",
    blocks=(
        Heading(text="Harbour View Trading Limited"),
        Paragraph(text="14 Quayside Road, Portwell. 21 February 2024"),
        Paragraph(text="Dear Sir or Madam,"),
        Paragraph(
            text="We are pleased to confirm that Ms Eleanor Whitcombe has been employed by our "
            "company as a purchasing officer since the first of June 2018. During this time she "
            "has been responsible for orders of office furniture, paper and printing supplies, and "
            "has carried out her duties to our complete satisfaction."
        ),
        Paragraph(
            text="Her contract is permanent and her gross yearly salary amounts to thirty-one "
            "thousand pounds. She has asked for leave of absence from the middle of April until "
            "the end of May in order to visit relatives abroad, and this leave has been granted."
        ),
        Paragraph(
            text="This letter is issued at her own request. Please do not hesitate to write to us "
            "should you need any further particulars."
        ),
        Closing(left=("",), right=("Yours faithfully,", "", "", "Martin Oakenshaw")),
    ),
)

ENGLISH_FORM: Final = Document(
    name="english_form",
    blocks=(
        Title(lines=("APPLICATION FOR ENROLMENT",)),
        Subtitle(lines=("Riverside College of Further Education",)),
        Field(label="Family name:", value="Whitcombe"),
        Field(label="Given names:", value="Eleanor Ruth"),
        Field(label="Date of birth:", value="7 October 1991"),
        Field(label="Home address:", value="3 Mill Lane, Upper Stowbridge"),
        Field(label="Course applied for:", value="Bookkeeping and accounts, evening classes"),
        Field(label="Previous schooling:", value="Stowbridge Grammar School, left in 2009"),
        Field(label="Person to be told in an emergency:", value="Robert Whitcombe, brother"),
        Paragraph(
            text="I declare that the statements made above are true to the best of my knowledge "
            "and that I have read the rules of the college. I understand that fees once paid "
            "cannot be returned unless the course is withdrawn."
        ),
        Closing(left=("Date",), right=("Signature of applicant", "", "", "E. Whitcombe")),
    ),
)

ENGLISH_MINUTES: Final = Document(
    name="english_minutes",
    blocks=(
        Title(lines=("MINUTES OF THE YEARLY MEETING",)),
        Subtitle(lines=("Stowbridge Allotment Society",)),
        Heading(text="1. Welcome"),
        Paragraph(
            text="The chair opened the meeting at half past seven and welcomed twenty-three "
            "members. Apologies had been received from the treasurer, whose report was read by "
            "the secretary."
        ),
        Heading(text="2. Water"),
        Paragraph(
            text="The pump by the northern gate failed twice during the dry weeks of July. Members "
            "agreed to spend up to four hundred pounds on a new one, and to lock the old tap in "
            "winter so that the pipes do not burst again."
        ),
        Heading(text="3. Vacant plots"),
        Paragraph(
            text="Six plots are empty and the waiting list holds nine names. The secretary will "
            "write to the first six before the end of the month. Plots not dug by May will be "
            "offered to the next person on the list."
        ),
        Closing(left=("Chair", "", "", "Joan Fairley"), right=("Secretary", "", "", "Tom Rudd")),
    ),
)

FRENCH_CERTIFICATE: Final = Document(
    name="french_certificate",
    blocks=(
        Title(lines=("ATTESTATION DE SCOLARITÉ",)),
        Subtitle(lines=("Lycée des Trois Fontaines, année scolaire 2023 - 2024",)),
        Paragraph(
            text="Je soussignée, Madame Hélène Garrigue, proviseure du lycée, certifie que l'élève "
            "Mathieu Delorme, né le 19 mars 2007 à Valmont-sur-Orge, est régulièrement inscrit "
            "dans notre établissement en classe de première depuis la rentrée de septembre."
        ),
        Paragraph(
            text="L'intéressé suit les enseignements obligatoires ainsi que les options théâtre et "
            "sciences de l'ingénieur. Son assiduité a été jugée satisfaisante par le conseil de "
            "classe réuni à la fin du premier trimestre."
        ),
        Paragraph(
            text="La présente attestation est délivrée à la demande de la famille pour servir et "
            "valoir ce que de droit."
        ),
        Closing(left=("Fait à Valmont",), right=("La proviseure", "", "", "H. Garrigue")),
    ),
)

FRENCH_LETTER: Final = Document(
    name="french_letter",
    blocks=(
        Heading(text="Mutuelle des Artisans du Val"),
        Paragraph(text="Madame, Monsieur,"),
        Paragraph(
            text="Nous avons bien reçu votre demande de remboursement du 4 janvier dernier et vous "
            "en remercions. Après examen de votre dossier, il apparaît que deux pièces font "
            "défaut: la facture acquittée du dentiste et le relevé de votre caisse principale."
        ),
        Paragraph(
            text="Nous vous prions de bien vouloir nous les faire parvenir dans un délai de trente "
            "jours. Passé ce délai, votre demande sera considérée comme abandonnée et il vous "
            "faudra en déposer une nouvelle auprès de notre agence."
        ),
        Paragraph(
            text="Dans l'attente de votre réponse, nous vous prions d'agréer l'expression de nos "
            "sentiments les meilleurs."
        ),
        Closing(left=("",), right=("Le chef de service", "", "", "Yves Morandeau")),
    ),
)
