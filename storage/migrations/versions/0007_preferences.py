"""What people let us tell them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "preference",
        sa.Column("citizen", sa.Uuid(), nullable=False),
        sa.Column("pace", sa.String(), nullable=False),
        sa.Column("contact_since", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("citizen"),
    )
    op.add_column("letter", sa.Column("theme", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("letter", "theme")
    op.drop_table("preference")
