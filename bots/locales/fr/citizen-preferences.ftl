# /notifications, et les deux accords dans /privacy.
citizen-menu-notifications = quand recevoir des nouvelles
citizen-menu-mydata = tout ce qui est gardé sur moi
citizen-button-notifications = 🔔 Notifications
citizen-button-mydata = 📦 Mes données
citizen-notifications =
    🔔 <b>Des nouvelles de ce que vous suivez</b>
    Les questions que vous soutenez, les thématiques auxquelles vous participez : { $pace ->
        [at-once] vous êtes prévenu·e tout de suite, quelques fois par jour au plus.
        [off] vous n’êtes pas prévenu·e.
       *[daily] vous êtes prévenu·e une fois par jour, en un seul message, et seulement s’il y a quelque chose à dire.
    }
    De 21 h à 8 h, silence. Ce qui est décidé sur vos propres contributions et sur vos places vous est toujours dit tout de suite.
citizen-button-news-at-once = Tout de suite
citizen-button-news-daily = Une fois par jour
citizen-button-news-off = Pas du tout
citizen-button-news-again = 🔔 De nouveau une fois par jour
citizen-notifications-ended = C’est noté : plus de nouvelles de ce que vous suivez. Ce qui est décidé sur vos propres contributions vous parviendra toujours. Vous pouvez changer d’avis à tout moment avec /notifications.

citizen-privacy =
    🔒 <b>Ce que deviennent vos mots</b>

    <b>Qui est responsable.</b> La ville de { $city }, qui organise ces débats.
    <b>Pourquoi.</b> Pour réunir des questions et des avis en vue de débats publics, parce que vous l’acceptez. Pas de publicité, pas de profil de vous ; Telegram transporte les messages.
    <b>Ce qui est gardé.</b> Ce que vous écrivez, vos votes, soutiens et places, votre langue, vos choix et, scellé, ce que vous dites de vous (/aboutme). Ni votre nom ni votre numéro ; votre compte Telegram est gardé scellé et ne sert qu’à vous répondre.
    <b>Qui voit quoi.</b> Une personne de la modération lit chaque contribution avant tout le monde ; un refus cite l’article de la charte sur lequel il repose. Ce qui est admis est montré sans votre nom, sous une référence comme Q-12. Vos votes sont secrets : personne, pas même la modération, ne peut voir qui a voté quoi.
    <b>Combien de temps.</b> Aussi longtemps que les débats et leur registre public sont conservés, ou jusqu’à ce que vous l’effaciez. Les messages qui vous sont adressés sont vidés dès leur envoi.
    <b>Vos droits.</b> À tout moment et sans raison à donner : lire tout ce qui est gardé (/mydata), retirer une contribution (/mine), choisir ce que vous recevez (/notifications), tout effacer (/forget). Vous pouvez aussi saisir l’autorité de protection des données de votre pays (en France, la CNIL).
citizen-privacy-town-hall = <b>Contact.</b> La mairie de { $city } : demandez la personne chargée de la protection des données.
citizen-privacy-model = <b>Un modèle de langage</b> ({ $model }) peut reformuler et traduire les synthèses. Il ne reçoit que des textes publiés, où les données personnelles sont masquées, et ne sait pas qui les a écrits.
citizen-privacy-contact = <b>Contact.</b> { $contact }
citizen-consents =
    <b>Ce que vous avez accepté</b>
    ✅ Participer aux débats. Pour retirer cet accord, effacez tout.
    { $contact ->
        [yes] ✅ Être recontacté·e, et tiré·e au sort pour un panel citoyen.
       *[no] ◻️ Être recontacté·e, et tiré·e au sort pour un panel citoyen : vous ne l’avez pas accepté.
    }
citizen-button-contact-yes = ✉️ Vous pouvez me recontacter
citizen-button-contact-no = ✖️ Ne plus me contacter
citizen-contact-ask = <i>Une dernière chose, à vous de voir : pouvons-nous vous recontacter plus tard, et vous compter quand un panel citoyen sera tiré au sort ? Un appui dit oui ; ne rien faire veut dire non. Cela se change dans /privacy.</i>
citizen-contact-allowed = Merci ! Nous pourrons vous recontacter, et vous pourrez être tiré·e au sort pour un panel citoyen. Vous resterez libre de refuser à chaque fois.
citizen-contact-withdrawn = C’est noté : nous ne vous recontacterons pas, et vous n’êtes dans aucun tirage au sort. Vos contributions restent comme elles sont. Ce que vous aviez pu dire de vous est effacé.
