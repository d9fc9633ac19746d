# Premiers mots, accord, menu, commandes.
citizen-about = Je porte vos questions et vos avis sur la vie de { $city } dans ses débats publics. Appuyez sur Démarrer : rien n’est gardé de vous avant votre accord.
citizen-about-short = Vos questions et vos avis pour les débats publics de { $city }.

citizen-menu-themes = ce dont la ville débat
citizen-menu-ask = poser une question
citizen-menu-opinion = donner un avis
citizen-menu-vote = voter sur les avis des autres
citizen-menu-questions = lire et soutenir des questions
citizen-menu-sessions = les débats : dates et places
citizen-menu-mine = mes contributions et leur suite
citizen-menu-agenda = l’ordre du jour du débat
citizen-menu-summary = la synthèse de ce qui a été dit
citizen-menu-map = qui est d’accord sur quoi
citizen-menu-trace = suivre une contribution
citizen-menu-language = changer de langue
citizen-menu-help = ce que je peux faire ici
citizen-menu-privacy = ce que deviennent mes mots
citizen-menu-cancel = arrêter ce qui est en cours

citizen-button-themes = 🗂 Thématiques
citizen-button-ask = ❓ Poser une question
citizen-button-opinion = 💬 Donner un avis
citizen-button-vote = 🗳 Voter
citizen-button-questions = 🙋 Questions
citizen-button-sessions = 📅 Débats
citizen-button-mine = 📁 Mes contributions
citizen-button-agenda = Ordre du jour
citizen-button-summary = Synthèse
citizen-button-map = Carte
citizen-button-language = 🌐 Langue
citizen-button-help = Aide
citizen-button-home = 🏠 Menu
citizen-button-privacy = 🔒 Confidentialité
citizen-button-consent = ✅ Je suis d’accord, commençons
citizen-button-read-first = 👀 Regarder d’abord

citizen-welcome =
    <b>Bonjour et bienvenue !</b>
    Ici, vous pouvez poser des questions, donner votre avis et vous inscrire aux débats publics de { $city }.
citizen-welcome-theme = Vous venez pour la thématique <b>{ $theme }</b>.
citizen-privacy-short =
    🔒 <b>Avant de participer</b>
    Ce que vous écrivez est lu par une personne de la modération, puis montré sans votre nom. Personne ne voit vos votes. Votre compte Telegram est gardé scellé, seulement pour vous répondre. Rien n’est gardé avant votre accord.
citizen-consent-first = Pour participer, il me faut d’abord votre accord : un seul appui, puis nous continuons.
citizen-joined = Merci, vous participez. ✅
citizen-home =
    <b>{ $city } vous écoute</b>
    Que souhaitez-vous faire ?
citizen-help = <b>Ce que vous pouvez faire ici</b>
citizen-unknown-command = Je ne connais pas cette commande. Voici ce que vous pouvez faire :
citizen-language = Dans quelle langue parlons-nous ?
citizen-language-chosen = Nous parlons maintenant en : { $name }.
citizen-cancelled = C’est fait : plus rien n’est en cours.
citizen-flood = C’est beaucoup à la fois. Attendez une minute, s’il vous plaît : ce que vous envoyez maintenant n’est pas reçu.
citizen-edited = Ce que j’ai reçu reste tel quel. Pour le changer, retirez-le et écrivez-le à nouveau.
citizen-private-only = Parlons en privé, s’il vous plaît : touchez mon nom et écrivez-moi là.
citizen-gone = Ce bouton ne fonctionne plus. Le menu montre ce qui est possible maintenant.
citizen-outcome-later = Votre message est bien enregistré. Cela prend un peu plus de temps que d’habitude ; vous trouverez la suite dans /mine.
