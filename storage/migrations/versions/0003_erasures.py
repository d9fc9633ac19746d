"""Erasures."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "erasure",
        sa.Column("fact", sa.Uuid(), nullable=False),
        sa.Column("citizen", sa.Uuid(), nullable=False),
        sa.Column("listing", sa.String(), nullable=False),
        sa.Column("sought", sa.String(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("fact"),
        sa.UniqueConstraint("citizen"),
    )
    with op.batch_alter_table("erasure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_erasure_done"), ["done"], unique=False)


def downgrade() -> None:
    op.drop_table("erasure")
